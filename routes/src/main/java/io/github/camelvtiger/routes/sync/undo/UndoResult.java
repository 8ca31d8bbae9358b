package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.routes.sync.undo.UndoPlan.Stays;
import java.util.List;
import java.util.Map;

/**
 * What an undo did.
 *
 * @param changed records whose fields went back
 * @param removed created records that were deleted
 * @param recreated the new ids of deleted records, by their old ones
 * @param referring references that were set again
 * @param stays what could not be done after all, or was changed since the plan
 */
public record UndoResult(
        int changed, int removed, Map<RecordId, RecordId> recreated, int referring, List<Stays> stays) {

    public UndoResult {
        recreated = Map.copyOf(recreated);
        stays = List.copyOf(stays);
    }

    /** One line, as the log and the commands say it. */
    @Override
    public String toString() {
        return changed + " records set back, " + removed + " created ones deleted, " + recreated.size()
                + " deleted ones created again, " + referring + " references set, " + stays.size() + " not possible";
    }
}
