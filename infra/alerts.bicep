// What somebody is woken up for. What each alert means and what to do is in docs/operations.md, under its name.

param name string
param location string
param tags object
param workspaceId string
param insightsId string

@description('Host of the function app.')
param host string

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
    window: 'PT15M'
    severity: 1
  }
  'sweep-failures': {
    description: 'At least three sweeps of the last 15 minutes failed.'
    query: 'AppMetrics | where Name == "liaison.sweep.failures" | summarize Value = sum(Sum) by bin(TimeGenerated, 15m)'
    aggregation: 'Total'
    operator: 'GreaterThanOrEqual'
    threshold: 3
    window: 'PT15M'
    severity: 1
  }
  'sweep-lag': {
    description: 'Reminders are more than 10 minutes late.'
    query: 'AppMetrics | where Name == "liaison.sweep.lag.seconds" | summarize Value = max(max_of(Sum, Max)) by bin(TimeGenerated, 5m)'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 600
    window: 'PT15M'
    severity: 2
  }
  'store-refused': {
    description: 'The tables took no changes at least three times in the last 15 minutes.'
    query: 'AppMetrics | where Name == "liaison.store.refused" | summarize Value = sum(Sum) by bin(TimeGenerated, 15m)'
    aggregation: 'Total'
    operator: 'GreaterThanOrEqual'
    threshold: 3
    window: 'PT15M'
    severity: 1
  }
  'audit-unmended': {
    description: 'The audit found something of the last day that it could not put right.'
    query: 'AppMetrics | where Name == "liaison.audit.unmended" | summarize Value = max(max_of(Sum, Max)) by bin(TimeGenerated, 5m)'
    aggregation: 'Maximum'
    operator: 'GreaterThanOrEqual'
    threshold: 1
    window: 'PT15M'
    severity: 2
  }
  'sweep-silent': {
    description: 'No sweep has told of itself for 15 minutes: the timer does not run.'
    // One row also when there is nothing, so that nothing can be compared.
    query: 'AppMetrics | where Name == "liaison.sweep.lag.seconds" | summarize Value = count()'
    aggregation: 'Total'
    operator: 'LessThan'
    threshold: 1
    window: 'PT15M'
    severity: 1
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

resource healthAlert 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-health'
  location: 'global'
  tags: tags
  properties: {
    description: 'The app does not answer, or does not reach its tables, seen from at least two places.'
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

resource queryAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
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
      evaluationFrequency: 'PT5M'
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
