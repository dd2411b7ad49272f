// What the app tells of itself (traces, metrics and logs, without names and without texts of messages), and what Azure logs of it.

param workspaceName string
param insightsName string
param location string
param tags object

@description('Days that telemetry and logs are kept.')
@minValue(30)
@maxValue(730)
param retentionDays int

@description('GB of telemetry and logs a day, at most. Beyond it nothing is taken until the next day, so that a fault cannot become a bill.')
param dailyCapGb int

@description('Object id of the identity that the app runs as.')
param appPrincipalId string

var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    features: {
      // No workspace key lets anybody in.
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
    retentionInDays: retentionDays
    sku: {
      name: 'PerGB2018'
    }
    workspaceCapping: {
      dailyQuotaGb: dailyCapGb
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    // The connection string alone then lets nobody in: it is an address, not a secret.
    DisableLocalAuth: true
    WorkspaceResourceId: workspace.id
  }
}

resource telemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, appPrincipalId, monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
}

output workspaceId string = workspace.id
output insightsId string = insights.id
output connectionString string = insights.properties.ConnectionString
