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
 * p 1769817600/34 ... - 1769817600/1769817601
 *                                            the passes' positions (second/number); last id of the backfill or -;
 *                                            the seconds that the CRM's clock and this machine's showed, or -
 * d 12x34 1769817600 0123456789abcdef...     a delivery (id, second, hash)
 * </pre>
 *
 * The last p and the last d of a record count; so a cursor may grow by appended lines.
 */
final class CursorText {

    private static final String HEADER = "vtiger-cursor 1";
    private static final String PROGRESS = "p";
    private static final String DELIVERY = "d";
    private static final String NONE = "-";
    private static final int CHECKSUM_LENGTH = 8;

    private CursorText() {}

    static String whole(CursorState state) {
        return line(HEADER)
                + state.lastDeliveries().stream().map(CursorText::delivery).collect(Collectors.joining())
                + progress(state);
    }

    /** For stores that keep the deliveries by themselves; {@link #read(String, Collection)} puts both together. */
    static String withoutDeliveries(CursorState state) {
        return line(HEADER) + progress(state);
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

    static String delivery(Delivery delivery) {
        return line(DELIVERY + " " + delivery.id() + " "
                + delivery.modifiedTime().getEpochSecond() + " " + delivery.hash());
    }

    static CursorState read(String text) {
        return read(text, List.of());
    }

    static CursorState read(String text, Collection<Delivery> deliveries) {
        List<String> contents = new ArrayList<>();
        for (String line : text.lines().toList()) {
            contents.add(content(line)
                    .orElseThrow(() -> new CursorException("The stored cursor is damaged: its line "
                            + (contents.size() + 1) + " is not as written.")));
        }
        return assemble(contents, deliveries);
    }

    /** Whether a line says how far the feed got; such a line is on disk before anything is written behind it. */
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

    private static CursorState assemble(List<String> contents, Collection<Delivery> deliveries) {
        if (contents.isEmpty() || !contents.get(0).equals(HEADER)) {
            throw new CursorException("The stored cursor does not begin with '" + HEADER
                    + "'; it is damaged or of another version of this component.");
        }
        CursorState state = contents.stream()
                .filter(CursorText::isProgress)
                .reduce((earlier, later) -> later)
                .map(CursorText::parseProgress)
                .orElseThrow(() -> new CursorException("The stored cursor is damaged: it has no position."));
        contents.stream()
                .filter(content -> content.startsWith(DELIVERY + " "))
                .map(CursorText::parseDelivery)
                .forEach(state::delivered);
        deliveries.forEach(state::delivered);
        state.forgetPassed();
        return state;
    }

    private static CursorState parseProgress(String content) {
        String[] parts = content.split(" ");
        List<Position> positions =
                Arrays.stream(parts, 1, parts.length - 2).map(Position::parse).toList();
        String backfill = parts[parts.length - 2];
        CursorState state = CursorState.of(
                positions, backfill.equals(NONE) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(backfill)));
        String clocks = parts[parts.length - 1];
        if (!clocks.equals(NONE)) {
            state.clocks(parseClocks(clocks));
        }
        return state;
    }

    private static ClockReading parseClocks(String text) {
        int slash = text.indexOf('/');
        return new ClockReading(
                Instant.ofEpochSecond(Long.parseLong(text.substring(0, slash))),
                Instant.ofEpochSecond(Long.parseLong(text.substring(slash + 1))));
    }

    private static Delivery parseDelivery(String content) {
        String[] parts = content.split(" ");
        return new Delivery(RecordId.parse(parts[1]), Instant.ofEpochSecond(Long.parseLong(parts[2])), parts[3]);
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
