package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Text comes back to the letter through create, update and revise, whatever looks like an entity in it: each of 2,000
 * random strings, or as many as {@code -Dvtiger.strings} says, through all three, four in a record. With
 * {@code -Dvtiger.url} (and {@code -Dvtiger.username}, {@code -Dvtiger.access-key}) they go through any Vtiger. They hold
 * what the server can hold: no characters of four bytes.
 */
class TextSurvivesTest {

    private static final int TOGETHER = 4;
    private static final List<String> FIELDS = List.of("lastname", "mailingstreet", "otherstreet", "description");

    /** What has a meaning to something on the way: HTML, PHP, SQL, JSON, forms. */
    private static final List<String> PIECES = List.of(
            "&",
            "&amp;",
            "&amp;amp;",
            "&lt;",
            "&gt;",
            "&quot;",
            "&#39;",
            "&#x27;",
            "&eacute;",
            "&nbsp;",
            "&copy",
            ";",
            "<",
            ">",
            "<b>",
            "</b>",
            "<br/>",
            "\"",
            "'",
            "''",
            "\\",
            "\\'",
            "\\n",
            "%",
            "%41",
            "+",
            "=",
            "{",
            "}",
            "[",
            "]",
            "$",
            "#",
            "|##|",
            ",",
            "\t",
            "\n",
            "\r\n",
            " ",
            "  ",
            "\u00a0",
            "\u00fc",
            "\u00df",
            "\u0416",
            "\u4e2d",
            "\u0301",
            "\ufffd",
            "\u2028",
            "null",
            "0",
            "a",
            "B",
            "z");

    private final Random random = new Random(20261124);

    @Test
    void everyTextComesBackToTheLetter() {
        String url = System.getProperty("vtiger.url");
        if (url != null) {
            survive(new ClientSettings(
                    url, System.getProperty("vtiger.username"), System.getProperty("vtiger.access-key")));
            return;
        }
        try (SimulatorServer crm = SimulatorServer.builder().start()) {
            survive(new ClientSettings(crm.url(), "admin", crm.accessKey()));
        }
    }

    private void survive(ClientSettings settings) {
        int strings = Integer.getInteger("vtiger.strings", 2_000);
        List<String> damage = new ArrayList<>();
        try (VtigerClient client = new VtigerClient(settings)) {
            for (int done = 0; done < strings; done += TOGETHER * FIELDS.size()) {
                List<CompletableFuture<List<String>>> together = IntStream.range(0, TOGETHER)
                        .mapToObj(i -> journey(client, texts()))
                        .toList();
                together.forEach(journey -> damage.addAll(journey.join()));
            }
        }
        assertThat(damage).isEmpty();
    }

    /** Each write gives each text to another field; the last one leaves the description out. */
    private static CompletableFuture<List<String>> journey(VtigerClient client, List<String> texts) {
        List<String> damage = new ArrayList<>();
        return client.create("Contacts", record("", texts, 0))
                .thenApply(created -> created.get("id").toString())
                .thenCompose(id -> compared(client, record(id, texts, 0), "create", damage)
                        .thenCompose(nothing -> client.update(record(id, texts, 1)))
                        .thenCompose(answer -> compared(client, record(id, texts, 1), "update", damage))
                        .thenCompose(nothing -> client.revise(record(id, texts, 2)))
                        .thenCompose(answer -> compared(client, record(id, texts, 2), "revise", damage))
                        .thenCompose(nothing -> client.update(withoutDescription(record(id, texts, 2))))
                        .thenCompose(
                                answer -> compared(client, record(id, texts, 2), "update without description", damage))
                        .thenCompose(nothing -> client.delete(RecordId.parse(id))))
                .thenApply(nothing -> damage);
    }

    private static Map<String, Object> record(String id, List<String> texts, int write) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", id);
        for (int field = 0; field < FIELDS.size(); field++) {
            record.put(FIELDS.get(field), texts.get((field + write) % texts.size()));
        }
        // It is mandatory, and must not be blank.
        record.computeIfPresent("lastname", (field, text) -> "L" + text);
        record.put("assigned_user_id", "19x1");
        return record;
    }

    private static Map<String, Object> withoutDescription(Map<String, Object> record) {
        record.remove("description");
        return record;
    }

    private static CompletableFuture<Void> compared(
            VtigerClient client, Map<String, Object> sent, String write, List<String> damage) {
        RecordId id = RecordId.parse(sent.get("id").toString());
        return client.retrieve(id)
                .thenAccept(stored -> sent.forEach((field, text) -> {
                    if (!text.equals(stored.get(field))) {
                        damage.add(write + " of " + field + ": sent '" + text + "', kept '" + stored.get(field) + "'");
                    }
                }));
    }

    private List<String> texts() {
        return FIELDS.stream().map(field -> text()).toList();
    }

    /** At most the 80 characters of a last name. */
    private String text() {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(14);
        for (int i = 0; i < pieces; i++) {
            String piece = random.nextInt(4) == 0
                    ? String.valueOf((char) (32 + random.nextInt(0x2000 - 32)))
                    : PIECES.get(random.nextInt(PIECES.size()));
            if (text.length() + piece.length() < 79 && Character.isDefined(piece.charAt(0))) {
                text.append(piece);
            }
        }
        return text.toString();
    }
}
