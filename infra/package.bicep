// The app's package, in a storage account of its own. The platform writes and reads it as the deployment identity;
// the identity that the program runs as has no role here. Nothing of anybody's matters is in it.

import { Network, Redundancy, firewall, publicAccess } from 'types.bicep'

param name string
param location string
param tags object
param redundancy Redundancy

param network Network
param allowedIps string[]

@description('Object id of the identity that packages are written and read as.')
param deployPrincipalId string

@description('Days that what was deleted or overwritten can be had back.')
param softDeleteDays int

@description('Where it is logged who read and wrote what.')
param workspaceId string

var storageBlobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

// Packages are sent from outside the app's network, so its firewall would not let them in: private, or open.
var door = network == 'private' ? 'private' : 'open'

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowedCopyScope: 'AAD'
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    networkAcls: firewall(door, null, allowedIps)
    publicNetworkAccess: publicAccess(door, allowedIps)
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2026-06-01' = {
  parent: account
  name: 'default'
  properties: {
    containerDeleteRetentionPolicy: {
      days: softDeleteDays
      enabled: true
    }
    deleteRetentionPolicy: {
      days: softDeleteDays
      enabled: true
    }
    isVersioningEnabled: true
  }
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-06-01' = {
  parent: blobs
  name: 'app-package'
  properties: {
    publicAccess: 'None'
  }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'who'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageRead', enabled: true }
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

resource deployer 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(packages.id, deployPrincipalId, storageBlobDataContributor)
  scope: packages
  properties: {
    principalId: deployPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
  }
}

output containerUrl string = '${account.properties.primaryEndpoints.blob}${packages.name}'
