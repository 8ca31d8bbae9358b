package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.operation.RestrictedFile;
import io.github.camelvtiger.simulator.store.StoredRow;

/**
 * The workflows of some modules, which every installation has, read the owner's user after each save, and end the script
 * if there is none; the record is saved by then. Other modules keep an owner that does not exist, without an error.
 */
final class WorkflowOwner {

    private WorkflowOwner() {}

    /** @throws RestrictedFile if the owner of the saved record does not exist */
    static void read(StoredRow saved) {
        String owner = saved.value("assigned_user_id");
        boolean known = owner.isEmpty() || owner.indexOf('x') > 0;
        if (!known) {
            throw new RestrictedFile("the owner " + owner + " does not exist");
        }
    }
}
