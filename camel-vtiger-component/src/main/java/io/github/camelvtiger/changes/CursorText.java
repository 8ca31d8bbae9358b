package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.RecordId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A cursor as lines of text. Each line is a checksum, a space and one of
 *
 * <pre>
 * vtiger-cursor 1                            the version, first
 * o 1769817600/34                            where the feed began; missing when that is not known
 * p 1769817600/34 ... - 1769817600/1769817601
 *                                            the passes' positions (second/number); last id of the backfill or -;
 *                                            the seconds that the CRM's clock and this machine's showed, or -
 * d 12x34 1769817600 0123456789abcdef...     a delivery (id, second, hash)
 * k 12x34 1769817600 0123... UPDATED 1769817600 2 1769817720
 *                                            a record that waits (what failed as above, its kind, since, attempts, due)
 * u 12x34                                    a record that waits no longer
 * </pre>
 *
 * The last p and the last of the other lines of a record count; so a cursor may grow by appended lines.
 */
final class CursorText {

    private static final String NAME = "vtiger-cursor ";
    private static final int VERSION = 1;
    private static final String HEADER = NAME + VERSION;
    private static final String ORIGIN = "o";
    private static final String PROGRESS = "p";
    private static final String DELIVERY = "d";
    private static final String PARKED = "k";
    private static final String UNPARKED = "u";
    private static final String NONE = "-";
    private static final int CHECKSUM_LENGTH = 8;

    private CursorText() {}

    static String whole(CursorState state) {
        return head(state) + entries(state.lastDeliveries()) + entries(state.parked()) + progress(state);
    }

    /** For stores that keep the entries by themselves; {@link #read(String, Collection)} puts both together. */
    static String withoutEntries(CursorState state) {
        return head(state) + progress(state);
    }

    private static String head(CursorState state) {
        return line(HEADER) + line(ORIGIN + " " + state.origin().toText());
    }

    static String progress(CursorState state) {
        String positions = state.positions().stream().map(Position::toText).collect(Collectors.joining(" "));
        String backfill =
                state.isBackfilling() ? String.valueOf(state.backfilledUpTo().getAsLong()) : NONE;
        String clocks = state.clocks()
                .map(reading -> reading.server().getEpochSecond() + "/"
                        + reading.local().getEpochSecond())
                .orElse(NONE);
        return line(PROGRESS + " " + positions + " " + backfill + " " + clocks);
    }

    static String entries(Collection<? extends CursorEntry> entries) {
        return entries.stream().map(entry -> line(content(entry))).collect(Collectors.joining());
    }

    /** One entry without its checksum. */
    static String content(CursorEntry entry) {
        if (entry instanceof Delivery delivery) {
            return DELIVERY + " " + words(delivery);
        }
        if (entry instanceof Parked parked) {
            return PARKED + " " + words(parked.delivery()) + " " + parked.kind() + " "
                    + parked.since().getEpochSecond() + " " + parked.attempts() + " "
                    + parked.due().getEpochSecond();
        }
        return UNPARKED + " " + entry.id();
    }

    private static String words(Delivery delivery) {
        return delivery.id() + " " + delivery.modifiedTime().getEpochSecond() + " " + delivery.hash();
    }

    static CursorState read(String text) {
        return read(text, List.of());
    }

    static CursorState read(String text, Collection<CursorEntry> entries) {
        List<String> contents = new ArrayList<>();
        for (String line : text.lines().toList()) {
            contents.add(content(line)
                    .orElseThrow(() -> new CursorException("The stored cursor is damaged: its line "
                            + (contents.size() + 1) + " is not as written.")));
        }
        return assemble(contents, entries);
    }

    /** Whether a line says how far the feed got; such a line is on disk before anything is written after it. */
    static boolean isProgress(String content) {
        return content.startsWith(PROGRESS + " ");
    }

    /** What a line says; empty when its checksum does not fit. */
    static Optional<String> content(String line) {
        if (line.length() <= CHECKSUM_LENGTH + 1) {
            return Optional.empty();
        }
        String content = line.substring(CHECKSUM_LENGTH + 1);
        return line.startsWith(checksum(content) + " ") ? Optional.of(content) : Optional.empty();
    }

    static CursorState assemble(List<String> contents) {
        return assemble(contents, List.of());
    }

    private static CursorState assemble(List<String> contents, Collection<CursorEntry> entries) {
        String header = contents.isEmpty() ? "" : contents.get(0);
        if (isNewer(header)) {
            throw new CursorException("The stored cursor has version " + header.substring(NAME.length())
                    + ", which a newer release of this component has written, and this one knows version " + VERSION
                    + "; use that release, or restore the backup from before the upgrade.");
        }
        if (!header.equals(HEADER)) {
            throw new CursorException("The stored cursor does not begin with '" + HEADER + "'; it is damaged.");
        }
        CursorState state = contents.stream()
                .filter(CursorText::isProgress)
                .reduce((earlier, later) -> later)
                .map(progress -> parseProgress(progress, origin(contents)))
                .orElseThrow(() -> new CursorException("The stored cursor is damaged: it has no position."));
        contents.stream().flatMap(content -> parseEntry(content).stream()).forEach(state::apply);
        entries.forEach(state::apply);
        state.forgetPassed();
        return state;
    }

    private static boolean isNewer(String header) {
        return header.matches(NAME + "\\d{1,9}") && Integer.parseInt(header.substring(NAME.length())) > VERSION;
    }

    private static Position origin(List<String> contents) {
        return contents.stream()
                .filter(content -> content.startsWith(ORIGIN + " "))
                .map(content -> Position.parse(content.substring(ORIGIN.length() + 1)))
                .findFirst()
                .orElse(Position.FIRST);
    }

    private static CursorState parseProgress(String content, Position origin) {
        String[] parts = content.split(" ");
        List<Position> positions =
                Arrays.stream(parts, 1, parts.length - 2).map(Position::parse).toList();
        String backfill = parts[parts.length - 2];
        CursorState state = CursorState.of(
                positions,
                backfill.equals(NONE) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(backfill)),
                origin);
        String clocks = parts[parts.length - 1];
        if (!clocks.equals(NONE)) {
            state.clocks(parseClocks(clocks));
        }
        return state;
    }

    private static ClockReading parseClocks(String text) {
        int slash = text.indexOf('/');
        return new ClockReading(parseSecond(text.substring(0, slash)), parseSecond(text.substring(slash + 1)));
    }

    /** What {@link #content(CursorEntry)} wrote; empty for a line of another kind. */
    static Optional<CursorEntry> parseEntry(String content) {
        String[] parts = content.split(" ");
        return Optional.ofNullable(
                switch (parts[0]) {
                    case DELIVERY -> parseDelivery(parts);
                    case PARKED ->
                        new Parked(
                                parseDelivery(parts),
                                ChangeKind.valueOf(parts[4]),
                                parseSecond(parts[5]),
                                Integer.parseInt(parts[6]),
                                parseSecond(parts[7]));
                    case UNPARKED -> new Unparked(RecordId.parse(parts[1]));
                    default -> null;
                });
    }

    private static Delivery parseDelivery(String[] parts) {
        return new Delivery(RecordId.parse(parts[1]), parseSecond(parts[2]), parts[3]);
    }

    private static Instant parseSecond(String text) {
        return Instant.ofEpochSecond(Long.parseLong(text));
    }

    private static String line(String content) {
        return checksum(content) + " " + content + "\n";
    }

    private static String checksum(String content) {
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(StandardCharsets.UTF_8));
        return String.format("%0" + CHECKSUM_LENGTH + "x", crc.getValue());
    }
}
