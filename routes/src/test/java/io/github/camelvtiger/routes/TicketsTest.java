package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketsTest {

    private static final String IN = "jms:queue:vtiger.tickets.in";
    private static final String OUT = "jms:queue:vtiger.tickets.out";
    private static final String DEAD = "jms:queue:vtiger.tickets.dead";
    private static final long LONG_ENOUGH = 60_000;

    @TempDir
    private Path directory;

    private SimulatorServer crm;
    private RunningApplication application;

    @BeforeEach
    void start() {
        crm = SimulatorServer.builder().seed("empty").start();
        application = RunningApplication.against(
                crm, directory, Map.of("tickets.enabled", "true", "tickets.redeliveries", "1"));
    }

    @AfterEach
    void stop() {
        application.close();
        crm.close();
    }

    @Test
    void createsATicketAndRepliesWithIt() {
        Map<String, Object> reply = request(
                """
                {"ticket_title": "Drucker brennt ü", "ticketpriorities": "Urgent", "ticketstatus": "Open"}""");

        assertThat(reply).containsEntry("outcome", "created");
        assertThat(crm.crm().record(String.valueOf(reply.get("id"))).orElseThrow())
                .containsEntry("ticket_title", "Drucker brennt ü")
                .containsEntry("ticketpriorities", "Urgent");
    }

    @Test
    void revisesTheTicketThatTheMessageNames() {
        Object id = request(
                        """
                {"ticket_title": "One", "ticketpriorities": "Low", "ticketstatus": "Open"}""")
                .get("id");

        Map<String, Object> reply = request("{\"id\": \"" + id + "\", \"ticketstatus\": \"Closed\"}");

        assertThat(reply).containsEntry("outcome", "updated").containsEntry("id", id);
        assertThat(crm.crm().record(String.valueOf(id)).orElseThrow())
                .containsEntry("ticketstatus", "Closed")
                .containsEntry("ticket_title", "One");
    }

    @Test
    void setsApartWhatCannotBeWrittenWithTheReason() {
        String withoutTitle = "{\"ticketpriorities\": \"Low\", \"ticketstatus\": \"Open\"}";

        assertThat(request(withoutTitle)).containsEntry("outcome", "failed").containsKey("error");
        assertThat(request("no json")).containsEntry("outcome", "failed");

        Exchange first = receive(DEAD);
        assertThat(first.getMessage().getBody(String.class)).isEqualTo(withoutTitle);
        assertThat(first.getMessage().getHeader("vtigerError", String.class)).contains("ticket_title");
        assertThat(receive(DEAD).getMessage().getBody(String.class)).isEqualTo("no json");
        assertThat(crm.crm().records("HelpDesk")).isEmpty();
    }

    @Test
    void changesNoRecordButTickets() {
        String contact = crm.crm().create("Contacts", Map.of("lastname", "Untouched"));

        Map<String, Object> reply = request("{\"id\": \"" + contact + "\", \"lastname\": \"Changed\"}");

        assertThat(reply).containsEntry("outcome", "failed");
        assertThat(String.valueOf(reply.get("error"))).contains(contact).contains("not that of a ticket");
        assertThat(crm.crm().record(contact).orElseThrow()).containsEntry("lastname", "Untouched");
    }

    @Test
    void setsApartWhatTheCrmWasNotThereFor() {
        String ticket =
                """
                {"ticket_title": "Nobody home", "ticketpriorities": "Low", "ticketstatus": "Open"}""";
        crm.close();

        application.to(IN).withBody(ticket).send();

        assertThat(receive(DEAD).getMessage().getBody(String.class)).isEqualTo(ticket);
    }

    @Test
    void sendsChangedTickets() {
        // The feed starts from now: a ticket from before its first poll is none of its business.
        await().until(() -> directory.resolve("cursors").toFile().exists());
        Object id = request(
                        """
                {"ticket_title": "One", "ticketpriorities": "Low", "ticketstatus": "Open"}""")
                .get("id");

        Exchange message = receive(OUT);

        assertThat(message.getMessage().getHeader("vtigerId")).isEqualTo(id);
        assertThat(message.getMessage().getHeader("vtigerEvent")).isEqualTo("created");
        assertThat(Json.object(message.getMessage().getBody(String.class)))
                .containsEntry("id", id)
                .containsEntry("ticket_title", "One");
    }

    private Map<String, Object> request(String message) {
        return Json.object(application
                .to(IN + "?requestTimeout=" + LONG_ENOUGH)
                .withBody(message)
                .request(String.class));
    }

    private Exchange receive(String queue) {
        try (ConsumerTemplate consumer = application.context().createConsumerTemplate()) {
            Exchange message = consumer.receive(queue, LONG_ENOUGH);
            assertThat(message).as("a message on " + queue).isNotNull();
            consumer.doneUoW(message);
            return message;
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
