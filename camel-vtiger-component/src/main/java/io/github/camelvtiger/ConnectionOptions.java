package io.github.camelvtiger;

import io.github.camelvtiger.client.ClientSettings;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * The options of a connection. Their generated configurer matters: values that Camel binds by reflection are logged, the
 * access key among them.
 */
@Configurer(extended = true)
public abstract class ConnectionOptions {

    @UriParam(
            label = "common",
            description =
                    "Address of the CRM: the base url, with or without a trailing slash, or the full address of webservice.php or of the REST API (/restapi/v1/vtiger/default).")
    private String url;

    @UriParam(label = "security", description = "Name of the CRM user as whom everything is read and written.")
    private String username;

    @UriParam(
            label = "security",
            secret = true,
            description = "The user's access key, shown in the CRM under My Preferences. It is not the password.")
    private String accessKey;

    @UriParam(
            label = "advanced",
            defaultValue = "AUTO",
            description =
                    "The protocol to speak: WEBSERVICE is webservice.php of open-source Vtiger, REST the API of Vtiger Cloud. AUTO asks the CRM once, before the first call.")
    private VtigerProtocol protocol = VtigerProtocol.AUTO;

    @UriParam(
            label = "advanced",
            defaultValue = "4",
            description =
                    "The maximum number of sessions. The CRM serves one request of a session at a time, so this is also the number of parallel requests.")
    private int maxSessions = 4;

    @UriParam(
            label = "advanced",
            defaultValue = "10000",
            javaType = "java.time.Duration",
            description = "How long opening a connection may take.")
    private long connectTimeout = 10_000;

    @UriParam(
            label = "advanced",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description = "How long to wait for the next byte of an answer.")
    private long responseTimeout = 60_000;

    @UriParam(
            label = "advanced",
            defaultValue = "0",
            description =
                    "The maximum number of requests per minute. 0 means no limit other than the one that Vtiger Cloud reports in its answers.")
    private int requestsPerMinute = 0;

    @UriParam(
            label = "advanced",
            defaultValue = "0",
            description =
                    "How many of the day's calls to Vtiger Cloud are left to others. When no more than these remain, calls fail with a RateLimitedException. Open-source Vtiger counts no calls.")
    private int dailyReserve = 0;

    @UriParam(
            label = "advanced",
            defaultValue = "4",
            description =
                    "How often a read is tried in total if the CRM or the network fails. Writes are never repeated.")
    private int readAttempts = 4;

    @UriParam(
            label = "advanced",
            defaultValue = "67108864",
            description =
                    "How many bytes one answer may have, uncompressed, to be collected in memory: 64 MB, and never more than a sixteenth of the heap. A larger one fails its call; a page of records is asked for again in smaller parts.")
    private long maxAnswerSize = ClientSettings.MAX_ANSWER_SIZE;

    @UriParam(
            label = "advanced",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description =
                    "How long a read waits at most when the CRM, or a proxy before it, answers HTTP 429 or 503 with Retry-After; a longer wait is cut to this. It is also how long a call to Vtiger Cloud waits for its turn at most when the limit of calls is used up.")
    private long maxRetryAfter = 60_000;

    @UriParam(label = "security", description = "TLS settings: trusted certificates, key, protocols.")
    private SSLContextParameters sslContextParameters;

    @UriParam(
            label = "security",
            defaultValue = "true",
            description = "Whether the name in the server's certificate must match the url.")
    private boolean hostnameVerification = true;

    @UriParam(label = "proxy", description = "Host name of an HTTP proxy.")
    private String proxyHost;

    @UriParam(label = "proxy", defaultValue = "3128", description = "Port of the HTTP proxy.")
    private int proxyPort = 3128;

    @UriParam(label = "proxy", description = "User name for the proxy.")
    private String proxyAuthUsername;

    @UriParam(label = "proxy", secret = true, description = "Password for the proxy.")
    private String proxyAuthPassword;

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getAccessKey() {
        return accessKey;
    }

    public void setAccessKey(String accessKey) {
        this.accessKey = accessKey;
    }

    public VtigerProtocol getProtocol() {
        return protocol;
    }

    public void setProtocol(VtigerProtocol protocol) {
        this.protocol = protocol;
    }

    public int getMaxSessions() {
        return maxSessions;
    }

    public void setMaxSessions(int maxSessions) {
        this.maxSessions = maxSessions;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public int getRequestsPerMinute() {
        return requestsPerMinute;
    }

    public void setRequestsPerMinute(int requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    public int getDailyReserve() {
        return dailyReserve;
    }

    public void setDailyReserve(int dailyReserve) {
        this.dailyReserve = dailyReserve;
    }

    public int getReadAttempts() {
        return readAttempts;
    }

    public void setReadAttempts(int readAttempts) {
        this.readAttempts = readAttempts;
    }

    public long getMaxAnswerSize() {
        return maxAnswerSize;
    }

    public void setMaxAnswerSize(long maxAnswerSize) {
        this.maxAnswerSize = maxAnswerSize;
    }

    public long getMaxRetryAfter() {
        return maxRetryAfter;
    }

    public void setMaxRetryAfter(long maxRetryAfter) {
        this.maxRetryAfter = maxRetryAfter;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public boolean isHostnameVerification() {
        return hostnameVerification;
    }

    public void setHostnameVerification(boolean hostnameVerification) {
        this.hostnameVerification = hostnameVerification;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public int getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(int proxyPort) {
        this.proxyPort = proxyPort;
    }

    public String getProxyAuthUsername() {
        return proxyAuthUsername;
    }

    public void setProxyAuthUsername(String proxyAuthUsername) {
        this.proxyAuthUsername = proxyAuthUsername;
    }

    public String getProxyAuthPassword() {
        return proxyAuthPassword;
    }

    public void setProxyAuthPassword(String proxyAuthPassword) {
        this.proxyAuthPassword = proxyAuthPassword;
    }
}
