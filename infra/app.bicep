// The function app: chat, timers and reports in one. Flex Consumption, with one instance always ready for the chat.

import { BotCloud } from 'types.bicep'

param name string
param planName string
param location string
param tags object

param identityId string
param identityClientId string

@description('The identity that the platform writes and reads the package as. The program does not use it.')
param deployIdentityId string

param blobEndpoint string
param tableEndpoint string

@description('URL of the container that the package lies in.')
param packageContainerUrl string
param insightsConnectionString string

@description('Where it is logged what the host says.')
param workspaceId string

@description('Subnet that the app sends from, where there is one.')
param subnetId string?

param cloud BotCloud
param province string
param prefix string
param office string

@description('Container that backups of the tables go into.')
param backupContainer string

@description('Days that they are kept.')
param backupKeepDays int

@description('Container that the files go into that come with steps.')
param evidenceContainer string

@description('Whether a scanner looks at each of them before it can be opened.')
param scanEvidence bool

@description('Whom tokens for /api must be for: id or URI of an app registration. Empty: no token opens it.')
param apiAudience string

@description('Whether the function key opens /api too. A key says nothing of who has it.')
param allowApiKey bool

@description('Id of the app registration by which people sign in to the pages beside the chat. Empty: nobody does.')
param tabAppId string

@description('App ID that the Teams admin center shows of the app that was uploaded. Empty: the id of the bot.')
param teamsAppId string

@description('Name of a domain of your own by which browsers reach the app. Empty: its own name.')
param domain string

@description('Address of the key by which the texts of sealed records are locked, without a version.')
param sealingKey string

@description('Instances in several zones, at least two always ready for each group of functions.')
param zoneRedundant bool

@description('MB of one instance.')
@allowed([512, 2048, 4096])
param instanceMemoryMb int

@description('Instances at most. Every instance holds Teams\' limits of sending for itself, so fewer are better than many.')
@minValue(40)
@maxValue(1000)
param maximumInstances int

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // azd finds the place for its service by this tag.
  tags: union(tags, { 'azd-service-name': 'bot' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
      '${deployIdentityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    clientCertEnabled: false
    httpsOnly: true
    // Teams calls from the internet.
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: deployIdentityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        alwaysReady: [
          {
            name: 'http'
            instanceCount: zoneRedundant ? 2 : 1
          }
        ]
        instanceMemoryMB: instanceMemoryMb
        maximumInstanceCount: maximumInstances
        triggers: {
          http: {
            // As maxConcurrentRequests of host.json: a turn waits for storage and for Teams, not for the processor.
            perInstanceConcurrency: 50
          }
        }
      }
    }
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      remoteDebuggingEnabled: false
      scmMinTlsVersion: '1.2'
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureWebJobsDisableHomepage: 'true'
      AzureWebJobsStorage__blobServiceUri: blobEndpoint
      AzureWebJobsStorage__clientId: identityClientId
      AzureWebJobsStorage__credential: 'managedidentity'
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${identityClientId}'
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
      AZURE_CLIENT_ID: identityClientId
      BotCloud: cloud
      // A dump of the memory would hold texts of sealed records.
      DOTNET_DbgEnableMiniDump: '0'
      LIAISON_API_AUDIENCE: apiAudience
      LIAISON_API_KEY_ALLOWED: allowApiKey ? 'true' : 'false'
      LIAISON_BACKUP_CONTAINER: backupContainer
      LIAISON_BACKUP_KEEP_DAYS: string(backupKeepDays)
      LIAISON_EVIDENCE_CONTAINER: evidenceContainer
      LIAISON_EVIDENCE_SCANNED: scanEvidence ? 'true' : 'false'
      LIAISON_DOMAIN: domain
      // Teams of GCC High, DoD and 21Vianet does not hand files to bots.
      LIAISON_FILES_FROM_TEAMS: cloud == 'global' ? 'true' : 'false'
      LIAISON_OFFICE: office
      LIAISON_PREFIX: prefix
      LIAISON_PROVINCE: province
      LIAISON_SEALING_KEY: sealingKey
      LIAISON_TAB_APP_ID: tabAppId
      LIAISON_TEAMS_APP_ID: teamsAppId
      MicrosoftAppId: identityClientId
      MicrosoftAppTenantId: tenant().tenantId
      MicrosoftAppType: 'UserAssignedMSI'
      // Traces of the host and of the app, each instance: whoever sends requests without end gets no row for each.
      OTEL_TRACES_SAMPLER: 'microsoft.rate_limited'
      OTEL_TRACES_SAMPLER_ARG: '0.2'
      Tables__ServiceUri: tableEndpoint
    }
  }

  // The user names and passwords with which packages used to be sent; azd comes in as who is signed in.
  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource noPublishingPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'host'
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'FunctionAppLogs', enabled: true }
    ]
  }
}

output id string = app.id
output name string = app.name
output host string = app.properties.defaultHostName
