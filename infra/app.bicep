// The function app: chat, timer and reports in one. Flex Consumption, with one instance always ready for the chat.

import { BotCloud } from 'types.bicep'

param name string
param planName string
param location string
param tags object

param identityId string
param identityClientId string
param blobEndpoint string
param tableEndpoint string
param packageContainer string
param insightsConnectionString string

param cloud BotCloud
param province string
param prefix string
param office string

@description('MB of one instance.')
@allowed([512, 2048, 4096])
param instanceMemoryMb int

@description('Instances at most. Every instance holds Teams\' limits of sending for itself, so fewer are better than many.')
@minValue(40)
@maxValue(1000)
param maximumInstances int

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
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
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  // azd finds the place for its service by this tag.
  tags: union(tags, { 'azd-service-name': 'bot' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: 'Enabled'
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobEndpoint}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
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
            instanceCount: 1
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
      minTlsVersion: '1.2'
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureWebJobsStorage__blobServiceUri: blobEndpoint
      AzureWebJobsStorage__clientId: identityClientId
      AzureWebJobsStorage__credential: 'managedidentity'
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${identityClientId}'
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
      AZURE_CLIENT_ID: identityClientId
      BotCloud: cloud
      LIAISON_OFFICE: office
      LIAISON_PREFIX: prefix
      LIAISON_PROVINCE: province
      MicrosoftAppId: identityClientId
      MicrosoftAppTenantId: tenant().tenantId
      MicrosoftAppType: 'UserAssignedMSI'
      Tables__ServiceUri: tableEndpoint
    }
  }

  // The user name and password with which packages used to be sent; azd comes in as who is signed in.
  resource noPublishingPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

output name string = app.name
output host string = app.properties.defaultHostName
