// Everything that the bot needs in Azure, in a resource group of its own. README.md says what each file makes.

targetScope = 'subscription'

import { BotCloud, Network, Redundancy } from 'types.bicep'

@description('Name of the azd environment; resources are named after it.')
@minLength(1)
@maxLength(32)
param environmentName string

@description('Region. It must offer Flex Consumption: az functionapp list-flexconsumption-locations.')
param location string

@description('The cloud of the Teams tenant: global, usgov (GCC High), china (21Vianet).')
param cloud BotCloud

@description('2-digit code of the province.')
@minLength(2)
@maxLength(2)
param province string

@description('Prefix of matter numbers, like 冀巡交.')
@minLength(1)
@maxLength(12)
param prefix string

@description('Sign-in name or object id of the first person of the provincial office, who then enters everybody else in the chat.')
@minLength(1)
param office string

@description('Name of the bot in Teams.')
@maxLength(42)
param displayName string = '联络机器人'

@description('Who is told of alerts.')
param alertEmails string[]

@description('Object ids of people or groups who make backups and restore them.')
param backupPrincipalIds string[]

@description('How the app reaches its data.')
param network Network

@description('Addresses (IPv4, or ranges) that reach the data besides the app: of those who make backups by hand.')
param allowedIps string[]

@description('Addresses of the network of the app, /24 or larger.')
param networkAddressPrefix string = '10.213.0.0/24'

@description('Nobody can delete the data before the lock is taken away. azd down then fails until somebody does.')
param lockData bool

@description('Days that a backup of the tables is kept, and can be neither changed nor deleted.')
@minValue(1)
@maxValue(3650)
param backupKeepDays int

@description('Days that blobs that were deleted or overwritten can be had back.')
@minValue(7)
@maxValue(365)
param softDeleteDays int = 14

@description('Whom tokens for /api must be for: id or URI of an app registration. Empty: no token opens it.')
param apiAudience string

@description('Whether the function key opens /api too.')
param allowApiKey bool

@description('Id of the app registration by which people sign in to the pages beside the chat (register.mjs makes it). Empty: nobody does.')
param tabAppId string

@description('App ID that the Teams admin center shows of the app that was uploaded: links to the tab name it. Empty: the id of the bot.')
param teamsAppId string

@description('Name of a domain of your own by which browsers reach the app, such as liaison.contoso.com. Empty: its own name.')
param domain string

@description('Whether Defender for Storage looks at each file that people send, before it can be opened. Paid for by the GB.')
param scanEvidence bool

@description('Instances in several zones. At least two are then always ready for each group of functions, and paid for.')
param zoneRedundant bool

@description('Redundancy of the data.')
param redundancy Redundancy

@description('Price tier of the Azure Bot. Messages through Teams cost nothing in either; S1 has a service level agreement.')
param botSku ('F0' | 'S1') = 'S1'

@description('MB of one instance of the app.')
param instanceMemoryMb (512 | 2048 | 4096) = 2048

@description('Instances of the app at most.')
param maximumInstances int = 40

@description('Days that telemetry is kept.')
param telemetryDays int

@description('GB of telemetry a day, at most.')
param telemetryDailyCapGb int = 1

// Where the health check can ask from differs from cloud to cloud; nothing else in these templates does.
var healthTestLocations = {
  global: ['apac-hk-hkn-azr', 'apac-sg-sin-azr', 'apac-jp-kaw-edge']
  usgov: ['usgov-va-azr', 'usgov-phx-azr', 'usgov-tx-azr']
  china: ['mc-cne2-azr', 'mc-cnn2-azr', 'mc-cne-azr']
}

var tags = { 'azd-env-name': environmentName }
var token = toLower(uniqueString(subscription().id, environmentName, location))
var dataAccount = 'stliaison${token}'
var backupContainer = 'table-backups'
var evidenceContainer = 'evidence'
var packageAccount = 'stlpkg${token}'
var vaultName = 'kv-liaison-${token}'

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

// Who the app is: towards Teams, its data, and Application Insights.
module identity 'identity.bicep' = {
  scope: group
  params: {
    name: 'id-liaison-${token}'
    location: location
    tags: tags
  }
}

// As whom the platform writes and reads the app's package.
module deployIdentity 'identity.bicep' = {
  scope: group
  params: {
    name: 'id-liaison-deploy-${token}'
    location: location
    tags: tags
  }
}

module appNetwork 'network.bicep' = if (network != 'open') {
  scope: group
  params: {
    name: 'vnet-liaison-${token}'
    location: location
    tags: tags
    addressPrefix: networkAddressPrefix
  }
}

module monitoring 'monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: 'log-liaison-${token}'
    insightsName: 'appi-liaison-${token}'
    location: location
    tags: tags
    retentionDays: telemetryDays
    dailyCapGb: telemetryDailyCapGb
    appPrincipalId: identity.outputs.principalId
  }
}

module storage 'storage.bicep' = {
  scope: group
  params: {
    name: dataAccount
    location: location
    tags: tags
    redundancy: redundancy
    network: network
    subnetId: appNetwork.?outputs.appSubnetId
    allowedIps: allowedIps
    lock: lockData
    appPrincipalId: identity.outputs.principalId
    backupPrincipalIds: backupPrincipalIds
    backupContainer: backupContainer
    backupKeepDays: backupKeepDays
    evidenceContainer: evidenceContainer
    scanEvidence: scanEvidence
    softDeleteDays: softDeleteDays
    workspaceId: monitoring.outputs.workspaceId
  }
}

module package 'package.bicep' = {
  scope: group
  params: {
    name: packageAccount
    location: location
    tags: tags
    redundancy: redundancy
    network: network
    allowedIps: allowedIps
    deployPrincipalId: deployIdentity.outputs.principalId
    softDeleteDays: softDeleteDays
    workspaceId: monitoring.outputs.workspaceId
  }
}

module sealing 'sealing.bicep' = {
  scope: group
  params: {
    name: vaultName
    location: location
    tags: tags
    network: network
    subnetId: appNetwork.?outputs.appSubnetId
    allowedIps: allowedIps
    appPrincipalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module endpoints 'endpoints.bicep' = if (network == 'private') {
  scope: group
  params: {
    location: location
    tags: tags
    networkId: appNetwork.?outputs.id ?? ''
    subnetId: appNetwork.?outputs.endpointSubnetId ?? ''
    targets: [
      { account: dataAccount, service: 'table' }
      { account: dataAccount, service: 'blob' }
      { account: packageAccount, service: 'blob' }
    ]
    vaultName: vaultName
  }
  dependsOn: [storage, package, sealing]
}

module app 'app.bicep' = {
  scope: group
  params: {
    name: 'func-liaison-${token}'
    planName: 'plan-liaison-${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    deployIdentityId: deployIdentity.outputs.id
    blobEndpoint: storage.outputs.blobEndpoint
    tableEndpoint: storage.outputs.tableEndpoint
    packageContainerUrl: package.outputs.containerUrl
    insightsConnectionString: monitoring.outputs.connectionString
    workspaceId: monitoring.outputs.workspaceId
    subnetId: appNetwork.?outputs.appSubnetId
    cloud: cloud
    province: province
    prefix: prefix
    office: office
    backupContainer: backupContainer
    backupKeepDays: backupKeepDays
    evidenceContainer: evidenceContainer
    scanEvidence: scanEvidence
    apiAudience: apiAudience
    allowApiKey: allowApiKey
    tabAppId: tabAppId
    teamsAppId: teamsAppId
    domain: domain
    sealingKey: sealing.outputs.keyUrl
    zoneRedundant: zoneRedundant
    instanceMemoryMb: instanceMemoryMb
    maximumInstances: maximumInstances
  }
  // Before its names are there, it would look for its storage on the internet and find the door shut.
  dependsOn: [endpoints]
}

module bot 'bot.bicep' = {
  scope: group
  params: {
    name: 'bot-liaison-${token}'
    displayName: displayName
    tags: tags
    sku: botSku
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    host: app.outputs.host
    workspaceId: monitoring.outputs.workspaceId
  }
}

module alerts 'alerts.bicep' = {
  scope: group
  params: {
    name: 'alert-liaison-${token}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    insightsId: monitoring.outputs.insightsId
    host: app.outputs.host
    dataAccount: dataAccount
    packageAccount: packageAccount
    appPrincipalId: identity.outputs.principalId
    emails: alertEmails
    testLocations: healthTestLocations[cloud]
  }
}

// azd keeps these; manifest/make.mjs and register.mjs read the first three.
output BOT_ID string = identity.outputs.clientId
output BOT_HOST string = app.outputs.host
output BOT_PRINCIPAL_ID string = identity.outputs.principalId
output TABLES_ENDPOINT string = storage.outputs.tableEndpoint
output AZURE_RESOURCE_GROUP string = group.name
output FUNCTION_APP string = app.outputs.name
