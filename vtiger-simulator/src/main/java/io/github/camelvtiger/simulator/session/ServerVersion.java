package io.github.camelvtiger.simulator.session;

/** The version of the API that the simulated server reports at login; that of Vtiger is its release. */
final class ServerVersion {

    static final String API = "0.22";

    private ServerVersion() {}
}
