package io.github.camelvtiger.benchmarks.imports;

import io.github.camelvtiger.VtigerComponent;

/** Where rows go, in one session. */
record Crm(String url, String username, String accessKey) {

    VtigerComponent component() {
        VtigerComponent component = new VtigerComponent();
        component.getConfiguration().setUrl(url);
        component.getConfiguration().setUsername(username);
        component.getConfiguration().setAccessKey(accessKey);
        component.getConfiguration().setMaxSessions(1);
        return component;
    }

    @Override
    public String toString() {
        return url + " as " + username;
    }
}
