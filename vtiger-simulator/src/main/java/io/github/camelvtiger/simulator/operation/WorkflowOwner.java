package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Set;

/**
 * The workflows that every installation has read the owner's user after each save of these modules, and end the script
 * where there is none; the record is saved by then. Other modules keep an owner that is nobody without a word.
 */
final class WorkflowOwner {

    private static final Set<String> READ_AFTER_SAVE = Set.of("Contacts", "Potentials", "HelpDesk", "PurchaseOrder");

    private WorkflowOwner() {}

    /** @throws RestrictedFile where the owner of the saved record does not exist */
    static void read(StoredRow saved) {
        String owner = saved.value("assigned_user_id");
        boolean known = owner.isEmpty() || owner.indexOf('x') > 0;
        if (!known && READ_AFTER_SAVE.contains(saved.module().name())) {
            throw new RestrictedFile("the owner " + owner + " does not exist");
        }
    }
}
