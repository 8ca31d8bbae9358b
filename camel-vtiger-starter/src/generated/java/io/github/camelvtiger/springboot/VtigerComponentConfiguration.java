package io.github.camelvtiger.springboot;

import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The options of the component vtiger. Generated from its metadata; not to be edited. */
@ConfigurationProperties(prefix = "camel.component.vtiger")
public class VtigerComponentConfiguration extends ComponentConfigurationPropertiesCommon {

    private Boolean enabled;
    private String columns;
    private String configuration;
    private String connection;
    private String lineItems;
    private String path;
    private String query;
    private String startFrom;
    private String typedValues;
    private String url;
    private String where;
    private String syncType;
    private String verifyDelay;
    private String bridgeErrorHandler;
    private String changedFields;
    private String cursorDirectory;
    private String cursorKey;
    private String deletedCheckPeriod;
    private String events;
    private String fetchRecord;
    private String hints;
    private String ignoreOwnChanges;
    private String maxInFlight;
    private String maxMessagesPerPoll;
    private String onFailure;
    private String sweepPeriod;
    private String cursorRepository;
    private String maxDeletedShare;
    private String sweepListener;
    private String action;
    private String allowedOperations;
    private String ambiguousWrites;
    private String failOnError;
    private String intent;
    private String keepRecords;
    private String lazyStartProducer;
    private String lineItemUpdate;
    private String matchFields;
    private String method;
    private String notFoundBehaviour;
    private String onAltered;
    private String onMultiple;
    private String parallelism;
    private String rawPayload;
    private String resolveNames;
    private String stopOnError;
    private String validate;
    private String autowiredEnabled;
    private String connectTimeout;
    private String dailyReserve;
    private String maxAnswerSize;
    private String maxRetryAfter;
    private String maxSessions;
    private String protocol;
    private String readAttempts;
    private String requestsPerMinute;
    private String responseTimeout;
    private String healthCheckConsumerEnabled;
    private String healthCheckProducerEnabled;
    private String proxyAuthPassword;
    private String proxyAuthUsername;
    private String proxyHost;
    private String proxyPort;
    private String accessKey;
    private String hostnameVerification;
    private String secret;
    private String secretHeader;
    private String sslContextParameters;
    private String useGlobalSslContextParameters;
    private String username;

    public Boolean getEnabled() {
        return enabled;
    }

    public void setEnabled(Boolean enabled) {
        this.enabled = enabled;
    }

    public String getColumns() {
        return columns;
    }

    public void setColumns(String columns) {
        this.columns = columns;
    }

    public String getConfiguration() {
        return configuration;
    }

    public void setConfiguration(String configuration) {
        this.configuration = configuration;
    }

    public String getConnection() {
        return connection;
    }

    public void setConnection(String connection) {
        this.connection = connection;
    }

    public String getLineItems() {
        return lineItems;
    }

    public void setLineItems(String lineItems) {
        this.lineItems = lineItems;
    }

    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = path;
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(String query) {
        this.query = query;
    }

    public String getStartFrom() {
        return startFrom;
    }

    public void setStartFrom(String startFrom) {
        this.startFrom = startFrom;
    }

    public String getTypedValues() {
        return typedValues;
    }

    public void setTypedValues(String typedValues) {
        this.typedValues = typedValues;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public String getWhere() {
        return where;
    }

    public void setWhere(String where) {
        this.where = where;
    }

    public String getSyncType() {
        return syncType;
    }

    public void setSyncType(String syncType) {
        this.syncType = syncType;
    }

    public String getVerifyDelay() {
        return verifyDelay;
    }

    public void setVerifyDelay(String verifyDelay) {
        this.verifyDelay = verifyDelay;
    }

    public String getBridgeErrorHandler() {
        return bridgeErrorHandler;
    }

    public void setBridgeErrorHandler(String bridgeErrorHandler) {
        this.bridgeErrorHandler = bridgeErrorHandler;
    }

    public String getChangedFields() {
        return changedFields;
    }

    public void setChangedFields(String changedFields) {
        this.changedFields = changedFields;
    }

    public String getCursorDirectory() {
        return cursorDirectory;
    }

    public void setCursorDirectory(String cursorDirectory) {
        this.cursorDirectory = cursorDirectory;
    }

    public String getCursorKey() {
        return cursorKey;
    }

    public void setCursorKey(String cursorKey) {
        this.cursorKey = cursorKey;
    }

    public String getDeletedCheckPeriod() {
        return deletedCheckPeriod;
    }

    public void setDeletedCheckPeriod(String deletedCheckPeriod) {
        this.deletedCheckPeriod = deletedCheckPeriod;
    }

    public String getEvents() {
        return events;
    }

    public void setEvents(String events) {
        this.events = events;
    }

    public String getFetchRecord() {
        return fetchRecord;
    }

    public void setFetchRecord(String fetchRecord) {
        this.fetchRecord = fetchRecord;
    }

    public String getHints() {
        return hints;
    }

    public void setHints(String hints) {
        this.hints = hints;
    }

    public String getIgnoreOwnChanges() {
        return ignoreOwnChanges;
    }

    public void setIgnoreOwnChanges(String ignoreOwnChanges) {
        this.ignoreOwnChanges = ignoreOwnChanges;
    }

    public String getMaxInFlight() {
        return maxInFlight;
    }

    public void setMaxInFlight(String maxInFlight) {
        this.maxInFlight = maxInFlight;
    }

    public String getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    public void setMaxMessagesPerPoll(String maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    public String getOnFailure() {
        return onFailure;
    }

    public void setOnFailure(String onFailure) {
        this.onFailure = onFailure;
    }

    public String getSweepPeriod() {
        return sweepPeriod;
    }

    public void setSweepPeriod(String sweepPeriod) {
        this.sweepPeriod = sweepPeriod;
    }

    public String getCursorRepository() {
        return cursorRepository;
    }

    public void setCursorRepository(String cursorRepository) {
        this.cursorRepository = cursorRepository;
    }

    public String getMaxDeletedShare() {
        return maxDeletedShare;
    }

    public void setMaxDeletedShare(String maxDeletedShare) {
        this.maxDeletedShare = maxDeletedShare;
    }

    public String getSweepListener() {
        return sweepListener;
    }

    public void setSweepListener(String sweepListener) {
        this.sweepListener = sweepListener;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getAllowedOperations() {
        return allowedOperations;
    }

    public void setAllowedOperations(String allowedOperations) {
        this.allowedOperations = allowedOperations;
    }

    public String getAmbiguousWrites() {
        return ambiguousWrites;
    }

    public void setAmbiguousWrites(String ambiguousWrites) {
        this.ambiguousWrites = ambiguousWrites;
    }

    public String getFailOnError() {
        return failOnError;
    }

    public void setFailOnError(String failOnError) {
        this.failOnError = failOnError;
    }

    public String getIntent() {
        return intent;
    }

    public void setIntent(String intent) {
        this.intent = intent;
    }

    public String getKeepRecords() {
        return keepRecords;
    }

    public void setKeepRecords(String keepRecords) {
        this.keepRecords = keepRecords;
    }

    public String getLazyStartProducer() {
        return lazyStartProducer;
    }

    public void setLazyStartProducer(String lazyStartProducer) {
        this.lazyStartProducer = lazyStartProducer;
    }

    public String getLineItemUpdate() {
        return lineItemUpdate;
    }

    public void setLineItemUpdate(String lineItemUpdate) {
        this.lineItemUpdate = lineItemUpdate;
    }

    public String getMatchFields() {
        return matchFields;
    }

    public void setMatchFields(String matchFields) {
        this.matchFields = matchFields;
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public String getNotFoundBehaviour() {
        return notFoundBehaviour;
    }

    public void setNotFoundBehaviour(String notFoundBehaviour) {
        this.notFoundBehaviour = notFoundBehaviour;
    }

    public String getOnAltered() {
        return onAltered;
    }

    public void setOnAltered(String onAltered) {
        this.onAltered = onAltered;
    }

    public String getOnMultiple() {
        return onMultiple;
    }

    public void setOnMultiple(String onMultiple) {
        this.onMultiple = onMultiple;
    }

    public String getParallelism() {
        return parallelism;
    }

    public void setParallelism(String parallelism) {
        this.parallelism = parallelism;
    }

    public String getRawPayload() {
        return rawPayload;
    }

    public void setRawPayload(String rawPayload) {
        this.rawPayload = rawPayload;
    }

    public String getResolveNames() {
        return resolveNames;
    }

    public void setResolveNames(String resolveNames) {
        this.resolveNames = resolveNames;
    }

    public String getStopOnError() {
        return stopOnError;
    }

    public void setStopOnError(String stopOnError) {
        this.stopOnError = stopOnError;
    }

    public String getValidate() {
        return validate;
    }

    public void setValidate(String validate) {
        this.validate = validate;
    }

    public String getAutowiredEnabled() {
        return autowiredEnabled;
    }

    public void setAutowiredEnabled(String autowiredEnabled) {
        this.autowiredEnabled = autowiredEnabled;
    }

    public String getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(String connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public String getDailyReserve() {
        return dailyReserve;
    }

    public void setDailyReserve(String dailyReserve) {
        this.dailyReserve = dailyReserve;
    }

    public String getMaxAnswerSize() {
        return maxAnswerSize;
    }

    public void setMaxAnswerSize(String maxAnswerSize) {
        this.maxAnswerSize = maxAnswerSize;
    }

    public String getMaxRetryAfter() {
        return maxRetryAfter;
    }

    public void setMaxRetryAfter(String maxRetryAfter) {
        this.maxRetryAfter = maxRetryAfter;
    }

    public String getMaxSessions() {
        return maxSessions;
    }

    public void setMaxSessions(String maxSessions) {
        this.maxSessions = maxSessions;
    }

    public String getProtocol() {
        return protocol;
    }

    public void setProtocol(String protocol) {
        this.protocol = protocol;
    }

    public String getReadAttempts() {
        return readAttempts;
    }

    public void setReadAttempts(String readAttempts) {
        this.readAttempts = readAttempts;
    }

    public String getRequestsPerMinute() {
        return requestsPerMinute;
    }

    public void setRequestsPerMinute(String requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    public String getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(String responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public String getHealthCheckConsumerEnabled() {
        return healthCheckConsumerEnabled;
    }

    public void setHealthCheckConsumerEnabled(String healthCheckConsumerEnabled) {
        this.healthCheckConsumerEnabled = healthCheckConsumerEnabled;
    }

    public String getHealthCheckProducerEnabled() {
        return healthCheckProducerEnabled;
    }

    public void setHealthCheckProducerEnabled(String healthCheckProducerEnabled) {
        this.healthCheckProducerEnabled = healthCheckProducerEnabled;
    }

    public String getProxyAuthPassword() {
        return proxyAuthPassword;
    }

    public void setProxyAuthPassword(String proxyAuthPassword) {
        this.proxyAuthPassword = proxyAuthPassword;
    }

    public String getProxyAuthUsername() {
        return proxyAuthUsername;
    }

    public void setProxyAuthUsername(String proxyAuthUsername) {
        this.proxyAuthUsername = proxyAuthUsername;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public String getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(String proxyPort) {
        this.proxyPort = proxyPort;
    }

    public String getAccessKey() {
        return accessKey;
    }

    public void setAccessKey(String accessKey) {
        this.accessKey = accessKey;
    }

    public String getHostnameVerification() {
        return hostnameVerification;
    }

    public void setHostnameVerification(String hostnameVerification) {
        this.hostnameVerification = hostnameVerification;
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public String getSecretHeader() {
        return secretHeader;
    }

    public void setSecretHeader(String secretHeader) {
        this.secretHeader = secretHeader;
    }

    public String getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(String sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public String getUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    public void setUseGlobalSslContextParameters(String useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }
}
