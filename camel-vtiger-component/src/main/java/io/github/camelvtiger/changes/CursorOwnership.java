package io.github.camelvtiger.changes;

import java.sql.SQLException;
import java.util.Optional;

/**
 * That a cursor in a database belongs to the one who opened it, by its epoch; whoever opens it later takes it away.
 *
 * @param key the cursor's name
 * @param epoch the owner's
 */
record CursorOwnership(String key, CursorRow row, long epoch) {

    private static final int EPOCH_SHIFT = 32;

    /** The numbers above this one are the owner's: under them its rows lie behind those of all earlier owners. */
    static long numbersOf(long epoch) {
        return epoch << EPOCH_SHIFT;
    }

    /** @throws CursorTakenException when another owner has it */
    void require() throws SQLException {
        require(row.owner());
    }

    /** Work that is kept only where the cursor still belongs to this owner. */
    void transaction(JdbcStorage.Work work) throws SQLException {
        row.storage().transaction(connection -> {
            work.on(connection);
            require(row.owner(connection));
        });
        // A process that was paused before the commit is late although the transaction says nothing: it must go no
        // further.
        require();
    }

    private void require(Optional<CursorRow.Owner> now) {
        CursorRow.Owner owner = now.orElseThrow(() -> new CursorTakenException("The cursor '" + key
                + "' was deleted from the table vtiger_cursor while it was in use; start this consumer again."));
        if (owner.epoch() != epoch) {
            throw new CursorTakenException("The cursor '" + key + "' was taken over by " + owner.name() + " at "
                    + owner.since() + " (epoch " + owner.epoch() + ", this one's is " + epoch
                    + "), so nothing more is written here. Where both should run, give this consumer a cursor of its own"
                    + " with the option cursorKey; if one is to stand in for the other, see the component master.");
        }
    }
}
