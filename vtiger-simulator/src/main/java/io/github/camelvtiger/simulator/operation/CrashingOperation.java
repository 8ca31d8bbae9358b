package io.github.camelvtiger.simulator.operation;

import java.util.List;
import java.util.stream.Stream;

/**
 * An operation that is registered but cannot run: HTTP 500 for everybody who is logged in ({@code webservice.md §2}).
 */
public record CrashingOperation(String name, HttpMethod method) implements Operation {

    /** Those of the mobile application, which want a library that is not there any more. */
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

    /** Those whose arguments do not match their handlers on PHP 8. */
    public static List<Operation> ofPhp8() {
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
        throw new ServerCrash(name + " cannot run on this PHP");
    }
}
