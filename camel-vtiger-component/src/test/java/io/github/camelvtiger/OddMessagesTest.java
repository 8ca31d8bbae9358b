package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a message holds, an operation succeeds or fails with a {@link VtigerException} of one sentence. */
class OddMessagesTest extends CrmTestSupport {

    private static final List<String> URIS = List.of(
            "vtiger:create/Leads",
            "vtiger:create/Leads?rawPayload=true",
            "vtiger:create",
            "vtiger:create/Invoice",
            "vtiger:retrieve/Leads",
            "vtiger:retrieve",
            "vtiger:update/Leads",
            "vtiger:revise/Leads",
            "vtiger:revise?validate=true",
            "vtiger:delete/Leads",
            "vtiger:delete",
            "vtiger:upsert/Leads?matchFields=email",
            "vtiger:query",
            "vtiger:query?query=RAW(select * from Leads where lastname = :odd)",
            "vtiger:query/Leads?where=RAW(lastname in (:odd))",
            "vtiger:count/Leads",
            "vtiger:export/Leads",
            "vtiger:describe/Leads",
            "vtiger:describe",
            "vtiger:listTypes",
            "vtiger:relatedTypes/Leads",
            "vtiger:retrieveRelated/Leads",
            "vtiger:queryRelated/Leads",
            "vtiger:addRelated/Leads",
            "vtiger:deleteRelated/Leads",
            "vtiger:me",
            "vtiger:actions",
            "vtiger:run?action=create-record",
            "vtiger:run?action=retrieve-record",
            "vtiger:run?action=update-record",
            "vtiger:run?action=delete-record",
            "vtiger:run?action=query-records",
            "vtiger:run?action=describe-module",
            "vtiger:request?path=/listtypes",
            "vtiger:request?path=RAW(/retrieve?id={odd})");

    @Override
    SimulatorServer crm() {
        return SimulatorServer.builder().seed("empty").start();
    }

    record Throwing(String lastname) {
        public String getBroken() {
            throw new UnsupportedOperationException("broken");
        }
    }

    static final class Circle {
        public Circle getSelf() {
            return this;
        }
    }

    static Stream<Arguments> oddities() {
        Map<Object, Object> nullKey = new HashMap<>();
        nullKey.put(null, "a");
        Map<Object, Object> circle = new HashMap<>();
        circle.put("lastname", circle);
        List<Object> circularList = new ArrayList<>();
        circularList.add(circularList);
        Map<Object, Object> nullId = new HashMap<>();
        nullId.put("id", null);
        return Stream.<Object>of(
                        42,
                        new BigDecimal("1e400"),
                        Double.NaN,
                        true,
                        'c',
                        new Object(),
                        new Date(),
                        UUID.randomUUID(),
                        Optional.empty(),
                        Optional.of("a"),
                        Map.of(),
                        nullKey,
                        nullId,
                        circle,
                        Map.of(1, 2),
                        Map.of("id", Map.of("id", List.of())),
                        Map.of("id", 7, "lastname", new byte[] {1}),
                        Map.of("LineItems", "none", "lastname", "a"),
                        Map.of("LineItems", Arrays.asList(null, "a")),
                        Map.of("module", List.of(), "record", 5),
                        Map.of("module", "Leads", "record", List.of(1)),
                        Map.of("id", new Date(), "query", Map.of()),
                        List.of(),
                        Collections.singletonList(null),
                        List.of(1, "a", List.of(), Map.of()),
                        circularList,
                        new Object[] {null},
                        new int[] {1},
                        new byte[0],
                        new byte[] {(byte) 0xff, (byte) 0xfe, 0},
                        new char[] {'a'},
                        "",
                        " ",
                        "\u0000",
                        "null",
                        "[]",
                        "[null]",
                        "[[[",
                        "{}",
                        "{\"id\":{}}",
                        "{\"a\":1}{\"a\":2}",
                        "{\"lastname\":\"" + "x".repeat(10_000) + "\"}",
                        "[".repeat(5_000),
                        "{\"a\":".repeat(5_000),
                        "{\"id\":1e999999999}",
                        "12x99999999999999999999",
                        "-1x-1",
                        "select",
                        "select ;",
                        "select * from",
                        "select * from Leads where lastname = ':",
                        JsonNodeFactory.instance.nullNode(),
                        JsonNodeFactory.instance.arrayNode().addNull(),
                        JsonNodeFactory.instance.pojoNode(new Object()),
                        new StringReader("{"),
                        Collections.emptyIterator(),
                        (Iterable<Object>) Collections::emptyIterator,
                        new Throwing("a"),
                        new Circle(),
                        new IOException("a body"),
                        String.class)
                .map(odd -> () -> new Object[] {odd.getClass().getSimpleName() + " " + printable(odd), odd});
    }

    private static String printable(Object odd) {
        try {
            String text = String.valueOf(odd);
            return text.length() > 40 ? text.substring(0, 40) : text.replace('\u0000', '0');
        } catch (StackOverflowError | RuntimeException unprintable) {
            return "";
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddities")
    void bodyEndsWell(String name, Object odd) {
        for (String uri : URIS) {
            endsWell(uri + " body " + name, call(uri, odd));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddities")
    void headersEndWell(String name, Object odd) {
        for (String uri : URIS) {
            for (String header : List.of(
                    "odd",
                    VtigerConstants.OPERATION,
                    VtigerConstants.MODULE,
                    VtigerConstants.RECORD_ID,
                    VtigerConstants.QUERY,
                    VtigerConstants.ACTION,
                    VtigerConstants.INTENT)) {
                Map<String, Object> headers = new HashMap<>();
                headers.put(header, odd);
                endsWell(uri + " header " + header + " " + name, call(uri, Map.of("lastname", "a"), headers));
            }
        }
    }

    @Test
    void streamThatBreaksEndsWell() {
        for (String uri : URIS) {
            endsWell(uri, call(uri, new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("the disk is gone");
                }
            }));
        }
    }

    private static void endsWell(String what, Exchange exchange) {
        Exception failure = exchange.getException();
        if (failure != null) {
            assertThat(failure).as(what).isInstanceOf(VtigerException.class);
            assertThat(failure.getMessage())
                    .as(what)
                    .isNotBlank()
                    .doesNotContain(
                            "\n", "Cannot invoke", "cannot be cast", "DeserializationFeature", "SerializationFeature");
        } else if (exchange.getMessage().getBody() instanceof BatchResult batch) {
            assertThat(batch.failed())
                    .as(what)
                    .extracting(BatchItem::error)
                    .allMatch(VtigerException.class::isInstance);
        }
    }

    @ParameterizedTest
    @CsvSource({"creat, create", "retreive, retrieve", "listTipes, listTypes", "changed, changes"})
    void unknownOperationInTheHeaderIsRefusedWithTheNearest(String name, String nearest) {
        assertThat(call("vtiger:retrieve", "10x1", Map.of(VtigerConstants.OPERATION, name))
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining("did you mean '" + nearest + "'");
        assertThat(call("vtiger:retrieve", "10x1", Map.of(VtigerConstants.OPERATION, "create"))
                        .getException())
                .isInstanceOf(AccessDeniedException.class);
    }
}
