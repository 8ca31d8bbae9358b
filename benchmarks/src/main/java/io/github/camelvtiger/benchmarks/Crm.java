package io.github.camelvtiger.benchmarks;

import io.github.camelvtiger.VtigerComponent;
import java.util.Map;

/** The CRM of a measurement, and whose access key it goes by. */
public record Crm(String url, String username, String accessKey) {

    private static final String URL = "BENCHMARK_URL";
    private static final String USERNAME = "BENCHMARK_USERNAME";
    private static final String ACCESS_KEY = "BENCHMARK_ACCESS_KEY";

    /** That of {@link #intoEnvironment}. */
    public static Crm ofEnvironment() {
        return new Crm(System.getenv(URL), System.getenv(USERNAME), System.getenv(ACCESS_KEY));
    }

    /** The same CRM for a child process; other processes see the arguments of a command line. */
    public void intoEnvironment(Map<String, String> environment) {
        environment.put(URL, url);
        environment.put(USERNAME, username);
        environment.put(ACCESS_KEY, accessKey);
    }

    /** @param sessions how many the component may open */
    public VtigerComponent component(int sessions) {
        VtigerComponent component = new VtigerComponent();
        component.getConfiguration().setUrl(url);
        component.getConfiguration().setUsername(username);
        component.getConfiguration().setAccessKey(accessKey);
        component.getConfiguration().setMaxSessions(sessions);
        return component;
    }

    @Override
    public String toString() {
        return url + " as " + username;
    }
}
