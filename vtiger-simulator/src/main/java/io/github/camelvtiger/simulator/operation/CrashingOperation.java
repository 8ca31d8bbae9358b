package io.github.camelvtiger.simulator.operation;

import java.util.List;

/**
 * An operation that is registered but cannot run on PHP 8, where its arguments do not match its handler: HTTP 500 for
 * everybody who is logged in ({@code webservice.md §2}).
 */
public record CrashingOperation(String name, HttpMethod method) implements Operation {

    /** All such operations of the server. */
    public static List<Operation> all() {
        return List.of(
                new CrashingOperation("sync", HttpMethod.GET),
                new CrashingOperation("logout", HttpMethod.POST),
                new CrashingOperation("convertlead", HttpMethod.POST),
                new CrashingOperation("wsapp_register", HttpMethod.POST),
                new CrashingOperation("retrieve_inventory", HttpMethod.GET),
                new CrashingOperation("files_retrieve", HttpMethod.GET));
    }

    @Override
    public Object execute(Call call) {
        throw new ServerCrash(name + " does not run on PHP 8");
    }
}
