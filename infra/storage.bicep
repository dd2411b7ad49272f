// The data: the tables, their backups, and what the Functions host keeps. Nobody has a key: whoever comes in is known by name.
// The app's package lies in another account (package.bicep), in which the app has no role.

import { Network, Redundancy, firewall, publicAccess } from 'types.bicep'

param name string
param location string
param tags object
param redundancy Redundancy

param network Network

@description('Subnet that the app sends from, where there is one.')
param subnetId string?

@description('Addresses that come in besides the app.')
param allowedIps string[]

@description('Nobody can delete the account before the lock is taken away.')
param lock bool

@description('Object id of the identity that the app runs as.')
param appPrincipalId string

@description('Object ids of people or groups who make backups by hand and restore them; none by default.')
param backupPrincipalIds string[]

@description('Name of the container that backups of the tables go into.')
param backupContainer string

@description('Days that a backup can be neither changed nor deleted.')
param backupKeepDays int

@description('Name of the container that the files go into that come with steps.')
param evidenceContainer string

@description('Whether Defender for Storage looks at each of them.')
param scanEvidence bool

@description('Days that what was deleted or overwritten can be had back.')
param softDeleteDays int

@description('Where it is logged who read and wrote what.')
param workspaceId string

// The names that the program knows; a test holds them against it.
var tableNames = ['directory', 'matters', 'sealed']

// Where the Functions host keeps its timer's lock, and the function keys: its own names.
var hostContainers = ['azure-webjobs-hosts', 'azure-webjobs-secrets']

var roles = {
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageBlobDataReader: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

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
    networkAcls: firewall(network, subnetId, allowedIps)
    publicNetworkAccess: publicAccess(network, allowedIps)
    supportsHttpsTrafficOnly: true
  }
}

resource keep 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  name: 'keep'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'The only copy of the data. docs/operations.md says how azd down gets past it.'
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

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-06-01' = [
  for container in hostContainers: {
    parent: blobs
    name: container
    properties: {
      publicAccess: 'None'
    }
  }
]

resource backups 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-06-01' = {
  parent: blobs
  name: backupContainer
  properties: {
    publicAccess: 'None'
  }
}

// Named by their hash; former versions and what was removed can be had back as everything else.
resource evidence 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-06-01' = {
  parent: blobs
  name: evidenceContainer
  properties: {
    publicAccess: 'None'
  }
}

// Its verdict stands in the index tags of a blob, and the app opens none without. What comes after the cap of a month
// stays unopened: better than unseen.
resource scan 'Microsoft.Security/defenderForStorageSettings@2025-06-01' = if (scanEvidence) {
  name: 'current'
  scope: account
  properties: {
    isEnabled: true
    malwareScanning: {
      onUpload: {
        capGBPerMonth: 500
        isEnabled: true
      }
    }
    overrideSubscriptionLevelSettings: true
    sensitiveDataDiscovery: {
      isEnabled: false
    }
  }
}

// Not even the app can spoil a backup before its time. Not locked: who may manage the account can shorten it.
resource unchanged 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2026-06-01' = {
  parent: backups
  name: 'default'
  properties: {
    allowProtectedAppendWrites: false
    immutabilityPeriodSinceCreationInDays: backupKeepDays
  }
}

// The host writes its timer's state every minute; former versions of it are of no use for long.
resource tidy 'Microsoft.Storage/storageAccounts/managementPolicies@2026-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'former-versions'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: softDeleteDays
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2026-06-01' = {
  parent: account
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2026-06-01' = [
  for table in tableNames: {
    parent: tableService
    name: table
  }
]

resource blobLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
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

resource tableLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'who'
  scope: tableService
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageRead', enabled: true }
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

resource hostStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, i) in hostContainers: {
    name: guid(containers[i].id, appPrincipalId, roles.storageBlobDataOwner)
    scope: containers[i]
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataOwner)
    }
  }
]

// It writes backups, and deletes those whose time is over.
resource ownBackups 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(backups.id, appPrincipalId, roles.storageBlobDataContributor)
  scope: backups
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageBlobDataContributor
    )
  }
}

// Owner, since no lesser role reads the index tags, in which the scanner says what it found.
resource ownEvidence 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(evidence.id, appPrincipalId, roles.storageBlobDataOwner)
  scope: evidence
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataOwner)
  }
}

// Its own tables and no other.
resource ownTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (table, i) in tableNames: {
    name: guid(tables[i].id, appPrincipalId, roles.storageTableDataContributor)
    scope: tables[i]
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId(
        'Microsoft.Authorization/roleDefinitions',
        roles.storageTableDataContributor
      )
    }
  }
]

resource restorers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for principalId in backupPrincipalIds: {
    name: guid(account.id, principalId, roles.storageTableDataContributor)
    scope: account
    properties: {
      principalId: principalId
      roleDefinitionId: subscriptionResourceId(
        'Microsoft.Authorization/roleDefinitions',
        roles.storageTableDataContributor
      )
    }
  }
]

resource backupReaders 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for principalId in backupPrincipalIds: {
    name: guid(backups.id, principalId, roles.storageBlobDataReader)
    scope: backups
    properties: {
      principalId: principalId
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataReader)
    }
  }
]

output blobEndpoint string = account.properties.primaryEndpoints.blob
output tableEndpoint string = account.properties.primaryEndpoints.table
