package io.github.camelvtiger.changes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A cursor's storage that outlives the feed, and of which a crash of the machine takes the lines not yet forced to disk. */
final class ModelCursor implements Cursor {

    private final Runnable beforeWrite;
    private final Consumer<CursorState> onSave;
    private final ModelKnown known;
    private String saved;
    private final List<CursorEntry> noted = new ArrayList<>();

    ModelCursor(Runnable beforeWrite, Consumer<CursorState> onSave) {
        this.beforeWrite = beforeWrite;
        this.onSave = onSave;
        this.known = new ModelKnown(beforeWrite);
    }

    /** @return the entries that are known no more */
    List<CursorEntry> loseAllNotesBut(int count) {
        List<CursorEntry> lost = new ArrayList<>(noted.subList(Math.min(count, noted.size()), noted.size()));
        noted.subList(noted.size() - lost.size(), noted.size()).clear();
        return lost;
    }

    /** The second in which the feed began. */
    Instant origin() {
        return saved == null ? Instant.EPOCH : CursorState.parse(saved).origin().modifiedTime();
    }

    @Override
    public Optional<CursorState> read() {
        Optional<CursorState> state = Optional.ofNullable(saved).map(CursorState::parse);
        state.ifPresent(known -> noted.forEach(known::apply));
        return state;
    }

    @Override
    public void note(Collection<? extends CursorEntry> entries, CursorState state) {
        beforeWrite.run();
        noted.addAll(entries);
    }

    @Override
    public void save(CursorState state) {
        beforeWrite.run();
        onSave.accept(state);
        saved = state.toText();
        noted.clear();
    }

    @Override
    public ModelKnown known() {
        return known;
    }

    @Override
    public void replace(CursorState state) {
        save(state);
    }

    @Override
    public void clear() {
        saved = null;
        noted.clear();
    }

    @Override
    public void close() {}
}
