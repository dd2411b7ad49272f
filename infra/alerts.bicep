// What somebody is woken up for. What each alert means and what to do is in docs/operations.md, under its name.

param name string
param location string
param tags object
param workspaceId string
param insightsId string

@description('Host of the function app.')
param host string

@description('Name of the storage account of the data, and of that of the package.')
param dataAccount string
param packageAccount string

@description('Object id of the identity that the app runs as.')
param appPrincipalId string

@description('Who is told.')
param emails string[]

@description('Where the health check asks from.')
param testLocations string[]

var queries = {
  'oldest-undelivered': {
    description: 'A message that is due has not been delivered for more than 15 minutes.'
    query: 'AppMetrics | where Name == "liaison.outbox.oldest.seconds" | summarize Value = max(max_of(Sum, Max)) by bin(TimeGenerated, 5m)'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 900
    every: 'PT5M'
    window: 'PT15M'
    severity: 1
  }
  'sweep-failures': {
    description: 'At least three sweeps of the last 15 minutes failed.'
    query: 'AppMetrics | where Name == "liaison.sweep.failures" | summarize Value = sum(Sum) by bin(TimeGenerated, 15m)'
    aggregation: 'Total'
    operator: 'GreaterThanOrEqual'
    threshold: 3
    every: 'PT5M'
    window: 'PT15M'
    severity: 1
  }
  'sweep-lag': {
    description: 'Reminders are more than 10 minutes late.'
    query: 'AppMetrics | where Name == "liaison.sweep.lag.seconds" | summarize Value = max(max_of(Sum, Max)) by bin(TimeGenerated, 5m)'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 600
    every: 'PT5M'
    window: 'PT15M'
    severity: 2
  }
  'store-refused': {
    description: 'The tables took no changes at least three times in the last 15 minutes.'
    query: 'AppMetrics | where Name == "liaison.store.refused" | summarize Value = sum(Sum) by bin(TimeGenerated, 15m)'
    aggregation: 'Total'
    operator: 'GreaterThanOrEqual'
    threshold: 3
    every: 'PT5M'
    window: 'PT15M'
    severity: 1
  }
  'audit-unmended': {
    description: 'The audit found something of the last day that it could not put right.'
    query: 'AppMetrics | where Name == "liaison.audit.unmended" | summarize Value = max(max_of(Sum, Max)) by bin(TimeGenerated, 5m)'
    aggregation: 'Maximum'
    operator: 'GreaterThanOrEqual'
    threshold: 1
    every: 'PT5M'
    window: 'PT15M'
    severity: 2
  }
  'backup-late': {
    description: 'The last backup of the tables is more than two days old.'
    query: 'AppMetrics | where Name == "liaison.backup.age.seconds" | summarize Value = max(max_of(Sum, Max)) by bin(TimeGenerated, 15m)'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 172800
    every: 'PT15M'
    window: 'PT1H'
    severity: 2
  }
  'sweep-silent': {
    description: 'No sweep has told of itself for 15 minutes: the timer does not run.'
    // One row also when there is nothing, so that nothing can be compared.
    query: 'AppMetrics | where Name == "liaison.sweep.lag.seconds" | summarize Value = count()'
    aggregation: 'Total'
    operator: 'LessThan'
    threshold: 1
    every: 'PT5M'
    window: 'PT15M'
    severity: 1
  }
  'often-started': {
    description: 'The program began more than 10 times in 15 minutes, or the host lost it: it falls over and is started again.'
    query: 'union isfuzzy=true (AppMetrics | where Name == "liaison.starts" | project TimeGenerated, Count = Sum), (AppExceptions | where ExceptionType endswith "WorkerProcessExitException" | project TimeGenerated, Count = 4.0) | summarize Value = sum(Count)'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 10
    every: 'PT15M'
    window: 'PT15M'
    severity: 2
  }
  'refused-callers': {
    description: 'More than 100 requests in 15 minutes were refused because nobody knew who asked (401, 403).'
    query: 'AppMetrics | where Name == "liaison.requests.refused" | where tostring(Properties.status) in ("401", "403") | summarize Value = sum(Sum)'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 100
    every: 'PT15M'
    window: 'PT15M'
    severity: 3
  }
  'telemetry-cap': {
    description: 'Telemetry has reached its cap of the day: until tomorrow the other alerts see nothing.'
    query: '_LogOperation | where Category =~ "Ingestion" | where Detail contains "OverQuota" | summarize Value = count()'
    aggregation: 'Total'
    operator: 'GreaterThanOrEqual'
    threshold: 1
    every: 'PT15M'
    window: 'PT15M'
    severity: 1
  }
  'data-entered': {
    description: 'Somebody other than the app read or wrote its tables or blobs, or tried to.'
    query: 'union isfuzzy=true StorageTableLogs, StorageBlobLogs | where AccountName == "${dataAccount}" | where RequesterObjectId != "${appPrincipalId}" | summarize Value = count()'
    aggregation: 'Total'
    operator: 'GreaterThanOrEqual'
    threshold: 1
    every: 'PT15M'
    window: 'PT15M'
    severity: 3
  }
  'package-written': {
    description: 'The package that the app runs from was written or deleted. Each deployment does that; nothing else should.'
    query: 'StorageBlobLogs | where AccountName == "${packageAccount}" | where Category in ("StorageWrite", "StorageDelete") | where toint(StatusCode) < 300 | summarize Value = count()'
    aggregation: 'Total'
    operator: 'GreaterThanOrEqual'
    threshold: 1
    every: 'PT15M'
    window: 'PT15M'
    severity: 3
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-people'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'liaison'
    emailReceivers: [
      for (email, i) in emails: {
        name: 'person ${i + 1}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource health 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-health'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: '${name}-health'
    Name: 'health'
    Description: 'The app answers and reaches its tables.'
    Enabled: true
    Frequency: 300
    Kind: 'standard'
    Locations: [for location in testLocations: { Id: location }]
    Request: {
      HttpVerb: 'GET'
      RequestUrl: 'https://${host}/health'
    }
    RetryEnabled: true
    Timeout: 30
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 7
    }
  }
}

resource healthAlert 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: '${name}-health'
  location: 'global'
  tags: tags
  properties: {
    description: 'The app does not answer, or does not reach its tables, seen from at least two places.'
    autoMitigate: true
    enabled: true
    severity: 0
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    scopes: [health.id, insightsId]
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      componentId: insightsId
      failedLocationCount: 2
      webTestId: health.id
    }
    actions: [{ actionGroupId: people.id }]
  }
}

resource queryAlerts 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for alert in items(queries): {
    name: '${name}-${alert.key}'
    location: location
    tags: tags
    properties: {
      displayName: '${name}-${alert.key}'
      description: alert.value.description
      enabled: true
      severity: alert.value.severity
      scopes: [workspaceId]
      evaluationFrequency: alert.value.every
      windowSize: alert.value.window
      autoMitigate: true
      // The table comes into being with the first metric, after this rule.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.value.query
            metricMeasureColumn: 'Value'
            timeAggregation: alert.value.aggregation
            operator: alert.value.operator
            threshold: alert.value.threshold
            failingPeriods: {
              minFailingPeriodsToAlert: 1
              numberOfEvaluationPeriods: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [people.id]
      }
    }
  }
]
