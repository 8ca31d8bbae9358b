package io.github.camelvtiger.changes;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What is kept of the known records as a whole: how far they are learned, and what they were learned under. */
final class KnownProperties {

    private static final String LEVEL = "level";
    private static final String NARROWING = "narrowing";
    private static final String OLDEST = "oldest";
    private static final String SIZE = "size";
    private static final String BACKFILL = "backfill";
    private static final String IDS = "ids";
    private static final String UNSETTLED = "unsettled";
    private static final String HASHES = "hashes";
    private static final String RULE = "rule";
    private static final String CHECKED = "checked";
    private static final String FIELD_SET = "fields.";
    private static final String LAST_FIELD_SET = "fields";
    private static final int HEXADECIMAL = 16;
    private static final String COMPLETE = "complete";

    private final KnownLevel level;
    private final String narrowing;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> unwritten = new HashMap<>();

    KnownProperties(KnownLevel level, String narrowing) {
        this.level = level;
        this.narrowing = narrowing;
    }

    void read(Map<String, String> stored) {
        texts.putAll(stored);
    }

    /** Why so many records do not belong to a cursor that is here; empty when they do. */
    Optional<String> doubt(long size, Position oldest) {
        if (texts.isEmpty()) {
            return Optional.of("Nothing is stored.");
        }
        if (!Long.toString(size).equals(texts.get(SIZE))) {
            return Optional.of("Of " + texts.get(SIZE) + " records " + size + " are stored.");
        }
        if (!narrowing.equals(texts.get(NARROWING))) {
            return Optional.of("The option where has changed.");
        }
        return oldest.isAfter(Position.parse(texts.get(OLDEST)))
                ? Optional.of("The cursor has moved on without it.")
                : Optional.empty();
    }

    /** A new cursor: where it begins with a backfill, that learns every record. */
    void beginWith(CursorState state) {
        put(RULE, Integer.toString(StateHash.RULE));
        if (state.isBackfilling()) {
            put(BACKFILL, level.name());
        }
        adjust();
    }

    /** What was learned with less knowledge of each record, or is not kept up any more, is no longer complete. */
    void adjust() {
        KnownLevel before = text(LEVEL).map(KnownLevel::valueOf).orElse(level);
        if (text(BACKFILL).isPresent() && before != level) {
            put(BACKFILL, KnownLevel.IDS.name());
        }
        if (!level.holds(KnownLevel.HASHES) || !hasCurrentRule()) {
            put(HASHES, null);
        }
        if (text(BACKFILL).isPresent() && !hasCurrentRule()) {
            put(BACKFILL, KnownLevel.IDS.name());
        }
        put(RULE, Integer.toString(StateHash.RULE));
        put(LEVEL, level.name());
        put(NARROWING, narrowing);
    }

    /** Whether what is kept was hashed as states are hashed now; of the first rule none is noted. */
    private boolean hasCurrentRule() {
        return Integer.toString(StateHash.RULE).equals(text(RULE).orElse("1"));
    }

    /** The backfill is over; if it ran from its start beside this, every record is known. */
    void backfillIsOver() {
        text(BACKFILL).map(KnownLevel::valueOf).ifPresent(learned -> {
            idsAreComplete();
            if (learned.holds(KnownLevel.HASHES)) {
                hashesAreComplete();
            }
            put(BACKFILL, null);
        });
    }

    /** Whether every record that was there at some time is known. */
    boolean hasAllIds() {
        return text(IDS).isPresent();
    }

    void idsAreComplete() {
        put(IDS, COMPLETE);
    }

    /** Whether ids were listed while there may have been records that were not to be seen yet and that no pass delivers. */
    boolean idsAreUnsettled() {
        return text(UNSETTLED).isPresent();
    }

    void idsAreUnsettled(boolean unsettled) {
        put(UNSETTLED, unsettled ? UNSETTLED : null);
    }

    /** Whether what was last seen of every record is known. */
    boolean hasAllHashes() {
        return text(HASHES).isPresent();
    }

    void hashesAreComplete() {
        put(HASHES, COMPLETE);
    }

    Optional<Instant> checked() {
        return instant(CHECKED);
    }

    void checked(Instant when) {
        instant(CHECKED, when);
    }

    void keepFieldSet(int number, List<String> names) {
        put(FIELD_SET + Integer.toHexString(number), String.join(",", names));
        put(LAST_FIELD_SET, Integer.toHexString(number));
    }

    /** The names of the fields that were read last; empty when nothing was. */
    List<String> lastFieldSet() {
        return text(LAST_FIELD_SET)
                .map(number -> fieldSet(Integer.parseUnsignedInt(number, HEXADECIMAL)))
                .orElse(List.of());
    }

    /** The names of a set of fields; empty when it was not kept. */
    List<String> fieldSet(int number) {
        return text(FIELD_SET + Integer.toHexString(number))
                .map(names -> List.of(names.split(",")))
                .orElse(List.of());
    }

    OptionalLong number(String name) {
        return text(name).map(text -> OptionalLong.of(Long.parseLong(text))).orElse(OptionalLong.empty());
    }

    void number(String name, OptionalLong value) {
        put(name, value.isPresent() ? Long.toString(value.getAsLong()) : null);
    }

    Optional<Instant> instant(String name) {
        return text(name).map(second -> Instant.ofEpochSecond(Long.parseLong(second)));
    }

    void instant(String name, Instant value) {
        put(name, Long.toString(value.getEpochSecond()));
    }

    /** How many records are written with this, and where the cursor will be that is stored after it. */
    void standAt(long size, Position oldest) {
        put(SIZE, Long.toString(size));
        put(OLDEST, oldest.toText());
    }

    Map<String, String> unwritten() {
        return new HashMap<>(unwritten);
    }

    void written() {
        unwritten.clear();
    }

    /** As after the loss of all; what the options say counts at once. */
    void clear() {
        texts.clear();
        unwritten.clear();
        put(LEVEL, level.name());
        put(NARROWING, narrowing);
        put(RULE, Integer.toString(StateHash.RULE));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    private void put(String name, String text) {
        String before = text == null ? texts.remove(name) : texts.put(name, text);
        if (text == null ? before != null : !text.equals(before)) {
            unwritten.put(name, text);
        }
    }
}
