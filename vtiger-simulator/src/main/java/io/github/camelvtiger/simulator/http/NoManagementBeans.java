package io.github.camelvtiger.simulator.http;

import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;

/**
 * Keeps the web server from registering its threads for JMX while it starts: they are of no use there, and the
 * platform's management, which comes with the first of them, costs a tenth of the program's start. XNIO has no switch
 * for it, and continues without. Public, since the platform makes it by name.
 */
public final class NoManagementBeans extends MBeanServerBuilder {

    private static final String BUILDER = "javax.management.builder.initial";

    /** From now on; a process that has JMX already, or a builder of its own, keeps it. */
    public static void begin() {
        System.getProperties().putIfAbsent(BUILDER, NoManagementBeans.class.getName());
    }

    /** The web server runs: whoever attaches to the process now gets the platform's beans. */
    public static void end() {
        System.getProperties().remove(BUILDER, NoManagementBeans.class.getName());
    }

    /** @throws IllegalStateException always */
    @Override
    public MBeanServer newMBeanServer(String defaultDomain, MBeanServer outer, MBeanServerDelegate delegate) {
        throw new IllegalStateException("There are no management beans while the web server starts.");
    }
}
