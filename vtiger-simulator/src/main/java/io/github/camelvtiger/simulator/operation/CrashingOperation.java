package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.metadata.Release;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An operation that is registered but cannot run: HTTP 500 for every user who is logged in ({@code webservice.md §2}).
 */
public record CrashingOperation(String name, HttpMethod method, boolean preLogin) implements Operation {

    public CrashingOperation(String name, HttpMethod method) {
        this(name, method, false);
    }

    private static final Set<String> CRASHING_ON_PHP8 =
            Set.of("sync", "logout", "convertlead", "wsapp_register", "retrieve_inventory", "files_retrieve");

    private static final Set<String> RIGHT_IN_8_4 = Set.of("convertlead", "files_retrieve");

    /** Those of the mobile application, which need a library that was removed. */
    public static List<Operation> ofMobileApplication() {
        return Stream.of(
                        "fetchallalerts",
                        "alertdetailswithmessage",
                        "fetchmodulefilters",
                        "fetchrecord",
                        "fetchrecordwithgrouping",
                        "filterdetailswithcount",
                        "listmodulerecords",
                        "saverecord",
                        "syncmodulerecords",
                        "query",
                        "querywithgrouping")
                .<Operation>map(name -> new CrashingOperation("mobile." + name, HttpMethod.POST))
                .toList();
    }

    /** The same operation, or one that crashes if its arguments do not match its handler on PHP 8. */
    public static Operation onPhp8(Operation operation, Release release) {
        boolean crashes = release.needsOldPhp()
                ? operation.name().equals("login")
                : CRASHING_ON_PHP8.contains(operation.name())
                        && !(release.namesParametersRight() && RIGHT_IN_8_4.contains(operation.name()));
        return crashes ? new CrashingOperation(operation.name(), operation.method(), operation.preLogin()) : operation;
    }

    @Override
    public Object execute(Call call) {
        throw new ServerCrash(name + " cannot run on this PHP");
    }
}
