package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.store.StoredRow;

/** After the save of an activity PHP reads its start as a time of day, and fails if it is not one; the record is saved by then. */
final class ActivityStart {

    private ActivityStart() {}

    /** @throws WebserviceException if PHP cannot read the start of the saved record */
    static void read(StoredRow saved) {
        String start = saved.value("time_start");
        if (PhpTime.of(start).isEmpty()) {
            throw new WebserviceException("INTERNAL_SERVER_ERROR", "Unknown Error while processing request")
                    .because("the record is saved, but its start " + start + " is not a time of day");
        }
    }
}
