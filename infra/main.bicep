// Everything that the bot needs in Azure, in a resource group of its own: one function app, one identity, one storage account.

targetScope = 'subscription'

import { BotCloud } from 'types.bicep'

@description('Name of the azd environment; resources are named after it.')
@minLength(1)
@maxLength(32)
param environmentName string

@description('Region. It must offer Flex Consumption: az functionapp list-flexconsumption-locations.')
param location string

@description('The cloud of the Teams tenant: global, usgov (GCC High), china (21Vianet).')
param cloud BotCloud = 'global'

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
param backupPrincipalIds string[] = []

@description('Redundancy of the data.')
param redundancy ('Standard_ZRS' | 'Standard_LRS' | 'Standard_GZRS' | 'Standard_GRS') = 'Standard_ZRS'

@description('Price tier of the Azure Bot. Messages through Teams cost nothing in either; S1 has a service level agreement.')
param botSku ('F0' | 'S1') = 'S1'

@description('MB of one instance of the app.')
param instanceMemoryMb (512 | 2048 | 4096) = 2048

@description('Instances of the app at most.')
param maximumInstances int = 40

@description('Days that telemetry is kept.')
param telemetryDays int = 30

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

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'identity.bicep' = {
  scope: group
  params: {
    name: 'id-liaison-${token}'
    location: location
    tags: tags
  }
}

module storage 'storage.bicep' = {
  scope: group
  params: {
    name: 'stliaison${token}'
    location: location
    tags: tags
    redundancy: redundancy
    appPrincipalId: identity.outputs.principalId
    backupPrincipalIds: backupPrincipalIds
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

module app 'app.bicep' = {
  scope: group
  params: {
    name: 'func-liaison-${token}'
    planName: 'plan-liaison-${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    blobEndpoint: storage.outputs.blobEndpoint
    tableEndpoint: storage.outputs.tableEndpoint
    packageContainer: storage.outputs.packageContainer
    insightsConnectionString: monitoring.outputs.connectionString
    cloud: cloud
    province: province
    prefix: prefix
    office: office
    instanceMemoryMb: instanceMemoryMb
    maximumInstances: maximumInstances
  }
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
    emails: alertEmails
    testLocations: healthTestLocations[cloud]
  }
}

// azd keeps these; manifest/make.mjs fills in the first two.
output BOT_ID string = identity.outputs.clientId
output BOT_HOST string = app.outputs.host
output TABLES_ENDPOINT string = storage.outputs.tableEndpoint
output AZURE_RESOURCE_GROUP string = group.name
output FUNCTION_APP string = app.outputs.name
