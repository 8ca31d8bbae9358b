package io.github.camelvtiger.simulator.session;

/** The versions the simulated server tells at login. */
final class ServerVersion {

    static final String API = "0.22";
    static final String VTIGER = "8.2.0";

    private ServerVersion() {}
}
