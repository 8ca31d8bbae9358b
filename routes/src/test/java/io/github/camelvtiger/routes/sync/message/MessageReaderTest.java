package io.github.camelvtiger.routes.sync.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.rows.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By what messages are known again, and what they are called. */
class MessageReaderTest {

    @TempDir
    Path directory;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private MessageReader reader;

    @BeforeEach
    void readFile() throws IOException {
        Files.writeString(directory.resolve("in.yaml"), "from: { uri: 'jms:queue:in' }\nto: { crm: Leads }\n");
        reader = new MessageReader((Source.Uri) SyncFiles.read(directory, UnaryOperator.identity())
                .files()
                .get(0)
                .definition()
                .from());
    }

    private IncomingMessage read(Object body, String id) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeader("JMSMessageID", id);
        return reader.read(exchange);
    }

    @Test
    void aMessageWithoutAnIdIsKnownByItsContentAlsoIfThatMakesNoSense() {
        assertThat(read("{\"lastname\": \"Ada\"}", null).id())
                .isEqualTo(read("{\"lastname\": \"Ada\"}", null).id());
        IncomingMessage senseless = read("{\"lastname\"", null);
        assertThat(senseless.rows()).first().extracting(Row::fault).isNotEqualTo(Optional.empty());
        assertThat(senseless.id())
                .isEqualTo(read("{\"lastname\"", null).id())
                .isNotEqualTo(read("{\"firstname\"", null).id());
    }

    @Test
    void messagesThatCannotBeOpenedHaveIdsOfTheirOwn() {
        Object unknown = new Object();
        IncomingMessage first = read(unknown, null);
        assertThat(first.rows())
                .singleElement()
                .extracting(row -> row.fault().orElse(""))
                .isEqualTo("The message is not a text but a Object; send the record as JSON or CSV.");
        assertThat(first.id()).isNotEqualTo(read(unknown, null).id());
        assertThat(read(null, null).id()).isNotEqualTo(read(null, null).id());
    }

    @Test
    void anIdThatLogsCannotShowIsCalledByItsDigest() {
        assertThat(read("{}", "ID:1").name()).isEqualTo("ID:1");
        String forged = "ID:1\n2026-01-01 ERROR forged";
        IncomingMessage message = read("{\"lastname\": \"Ada\"}", forged);
        assertThat(message.id()).isEqualTo(forged);
        assertThat(message.name()).matches("[0-9a-f]{64}");
        assertThat(message.place(message.rows().get(0), Optional.empty())).isEqualTo("message " + message.name());
        assertThat(read("{}", "x".repeat(301)).name()).matches("[0-9a-f]{64}");
        assertThat(read("{}", "x".repeat(300)).name()).hasSize(300);
    }
}
