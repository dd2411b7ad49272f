// The key by which the texts of sealed records are locked. It never leaves the vault: the app asks the vault to wrap and
// to unwrap the keys of single texts. docs/operations.md says how it is rotated, and what its loss costs.

import { Network, publicAccess } from 'types.bicep'

param name string
param location string
param tags object

param network Network

@description('Subnet that the app sends from, where there is one.')
param subnetId string?

@description('Addresses that come in besides the app.')
param allowedIps string[]

@description('Object id of the identity that the app runs as.')
param appPrincipalId string

@description('Where it is logged who used the key.')
param workspaceId string

var keyVaultCryptoUser = '12338af0-0e6d-4776-bea7-57ae8d297424'

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    // Nobody can delete it for good within this time, not even its owner: without the key the texts are lost.
    enablePurgeProtection: true
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    networkAcls: {
      bypass: 'None'
      defaultAction: network == 'open' ? 'Allow' : 'Deny'
      ipRules: map(network == 'open' ? [] : allowedIps, ip => { value: ip })
      virtualNetworkRules: network == 'firewall' ? [{ id: subnetId! }] : []
    }
    publicNetworkAccess: publicAccess(network, allowedIps)
    sku: {
      family: 'A'
      name: 'standard'
    }
    tenantId: tenant().tenantId
  }
}

// A later deployment leaves the key as it is, with all its versions.
resource key 'Microsoft.KeyVault/vaults/keys@2026-02-01' = {
  parent: vault
  name: 'sealing'
  tags: tags
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
  }
}

resource own 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(key.id, appPrincipalId, keyVaultCryptoUser)
  scope: key
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultCryptoUser)
  }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'who'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'AuditEvent', enabled: true }
    ]
  }
}

@description('The key without a version: the app wraps with the newest, and unwraps with the one that a text names.')
output keyUrl string = '${vault.properties.vaultUri}keys/${key.name}'
