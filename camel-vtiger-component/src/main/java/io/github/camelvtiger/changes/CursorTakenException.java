package io.github.camelvtiger.changes;

/** Another owner has taken the cursor; what had it before can write no more and must not hand out anything either. */
public final class CursorTakenException extends CursorException {

    public CursorTakenException(String message) {
        super(message);
    }
}
