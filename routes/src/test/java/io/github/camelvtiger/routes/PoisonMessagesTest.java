package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.simulator.SimulatorServer;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages on the tickets queue that are not tickets, with a broker of its own process and address. */
class PoisonMessagesTest {

    private static final String IN = "vtiger.tickets.in";
    private static final String DEAD = "vtiger.tickets.dead";
    private static final String REASON = "vtigerError";

    @TempDir
    private Path directory;

    private ExternalBroker broker;
    private SimulatorServer crm;
    private RunningApplication application;

    /** Does something when it is deserialised, as a real attack would. */
    static final class Gadget implements Serializable {
        private static final long serialVersionUID = 1;
        static final AtomicInteger OPENED = new AtomicInteger();

        final byte[] padding;

        Gadget(int size) {
            padding = new byte[size];
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            OPENED.incrementAndGet();
        }
    }

    @BeforeEach
    void start() throws Exception {
        Gadget.OPENED.set(0);
        broker = ExternalBroker.start(directory.resolve("broker"));
        crm = SimulatorServer.builder().seed("empty").start();
        application = RunningApplication.against(
                crm, directory.resolve("data"), Map.of("tickets.enabled", "true", "broker.url", broker.url()));
    }

    @AfterEach
    void stop() throws Exception {
        application.close();
        crm.close();
        broker.close();
    }

    @Test
    void anObjectIsNeverDeserialisedAndArrivesAsItCame() throws Exception {
        for (int size : new int[] {10, 1_000_000}) {
            broker.send(IN, session -> {
                ObjectMessage message = session.createObjectMessage(new Gadget(size));
                message.setStringProperty("origin", "shop");
                message.setIntProperty("attempt", 3);
                message.setJMSType("order");
                message.setJMSCorrelationID("order-17");
                return message;
            });

            broker.receive(DEAD, message -> {
                assertThat(Gadget.OPENED).hasValue(0);
                assertThat(message.getStringProperty(REASON))
                        .contains("object")
                        .contains("text")
                        .doesNotContain("\n");
                assertThat(message.getStringProperty("origin")).isEqualTo("shop");
                assertThat(message.getObjectProperty("attempt")).isEqualTo(3);
                assertThat(message.getJMSType()).isEqualTo("order");
                assertThat(message.getJMSCorrelationID()).isEqualTo("order-17");
                Gadget gadget = (Gadget) ((ObjectMessage) message).getObject();
                assertThat(gadget.padding).hasSize(size);
                return null;
            });
            Gadget.OPENED.set(0);
        }
        assertThat(crm.crm().records("HelpDesk")).isEmpty();
    }

    @Test
    void theFactoryOfTheApplicationDeserialisesNothingForOtherRoutesEither() throws Exception {
        broker.send("mine", session -> session.createObjectMessage(new Gadget(10)));

        assertThat(ExternalBroker.receive(ofApplication(), "mine", PoisonMessagesTest::failureToOpen))
                .isInstanceOf(JMSException.class);
        assertThat(Gadget.OPENED).hasValue(0);
    }

    private static Exception failureToOpen(Message message) {
        try {
            ((ObjectMessage) message).getObject();
            return null;
        } catch (JMSException e) {
            return e;
        }
    }

    @Test
    void mapsStreamsAndMessagesWithoutABodyAreSetApart() throws Exception {
        broker.send(IN, session -> {
            MapMessage message = session.createMapMessage();
            message.setString("ticket_title", "In a map");
            message.setLong("long", 5);
            return message;
        });
        broker.receive(DEAD, message -> {
            assertThat(message.getStringProperty(REASON)).contains("map");
            assertThat(((MapMessage) message).getString("ticket_title")).isEqualTo("In a map");
            assertThat(((MapMessage) message).getObject("long")).isEqualTo(5L);
            return null;
        });

        broker.send(IN, session -> {
            StreamMessage message = session.createStreamMessage();
            message.writeString("one");
            message.writeInt(2);
            return message;
        });
        broker.receive(DEAD, message -> {
            assertThat(message.getStringProperty(REASON)).contains("stream");
            assertThat(((StreamMessage) message).readString()).isEqualTo("one");
            assertThat(((StreamMessage) message).readInt()).isEqualTo(2);
            return null;
        });

        broker.send(IN, session -> {
            Message message = session.createMessage();
            message.setStringProperty("origin", "shop");
            return message;
        });
        broker.receive(DEAD, message -> {
            assertThat(message).isNotInstanceOf(TextMessage.class);
            assertThat(message.getStringProperty(REASON)).contains("no body");
            assertThat(message.getStringProperty("origin")).isEqualTo("shop");
            return null;
        });
        assertThat(crm.crm().records("HelpDesk")).isEmpty();
    }

    @Test
    void textsThatAreNotATicketArriveAsTheyCame() throws Exception {
        String huge = "{\"ticket_title\": \"" + "ü".repeat(3_000_000) + "\"";
        for (String text : new String[] {
            null,
            "",
            " ",
            "null",
            "[]",
            "17",
            "{\"ticket_title\": \"One\"} {\"ticket_title\": \"Two\"}",
            "{\"ticket_title\": \"One\"} }",
            "{\"ticket_title\": \"One\", \"ticket_title\": \"Two\"}",
            "{\"id\": {\"id\": \"17x1\"}}",
            huge
        }) {
            broker.send(IN, session -> session.createTextMessage(text));

            broker.receive(DEAD, message -> {
                assertThat(((TextMessage) message).getText()).isEqualTo(text);
                assertThat(message.getStringProperty(REASON))
                        .isNotBlank()
                        .hasSizeLessThan(300)
                        .doesNotContain("java.")
                        .doesNotContain("Source")
                        .doesNotContain("FAIL_ON");
                return null;
            });
        }
        byte[] notUtf8 = {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'};
        broker.send(IN, session -> {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(notUtf8);
            return message;
        });
        broker.receive(DEAD, message -> {
            byte[] bytes = new byte[(int) ((BytesMessage) message).getBodyLength()];
            ((BytesMessage) message).readBytes(bytes);
            assertThat(bytes).isEqualTo(notUtf8);
            return null;
        });
        assertThat(crm.crm().records("HelpDesk")).isEmpty();
    }

    @Test
    void aTicketIsTakenFromTextAndBytesWithOrWithoutAByteOrderMark() throws Exception {
        String ticket = "{\"ticket_title\": \"Größe\", \"ticketpriorities\": \"Low\", \"ticketstatus\": \"Open\"}";
        broker.send(IN, session -> session.createTextMessage("\uFEFF" + ticket + "\n"));
        for (String text : new String[] {ticket, "\uFEFF" + ticket}) {
            for (var charset : new java.nio.charset.Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16BE}) {
                broker.send(IN, session -> {
                    BytesMessage message = session.createBytesMessage();
                    message.writeBytes(text.getBytes(charset));
                    return message;
                });
            }
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(crm.crm().records("HelpDesk"))
                        .hasSize(5)
                        .extracting(record -> record.get("ticket_title"))
                        .containsOnly("Größe"));
    }

    /** As senders by AMQP or STOMP set them. */
    @Test
    void propertiesThatJmsDoesNotHaveArriveToo() throws Exception {
        // A message of this kind makes no queue.
        await().atMost(Duration.ofSeconds(60)).until(() -> broker.hasQueue(IN));
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.url());
                ClientSession session =
                        factory.getServerLocator().createSessionFactory().createSession()) {
            ClientMessage message = session.createMessage(true);
            message.putStringProperty("content-type", "text/plain");
            message.putBytesProperty("signature", new byte[] {1, 2, 3});
            message.putStringProperty("Message.x y", "z");
            session.createProducer(IN).send(message);
        }

        broker.receive(DEAD, received -> {
            var core = ((ActiveMQMessage) received).getCoreMessage();
            assertThat(received.getStringProperty(REASON)).contains("no body");
            assertThat(core.getStringProperty("content-type")).isEqualTo("text/plain");
            assertThat(core.getBytesProperty("signature")).containsExactly(1, 2, 3);
            assertThat(core.getStringProperty("Message.x y")).isEqualTo("z");
            return null;
        });
    }

    @Test
    void propertiesOfAMessageSteerNothing() throws Exception {
        String contact = crm.crm().create("Contacts", Map.of("lastname", "Untouched"));
        broker.send(IN, session -> {
            TextMessage message = session.createTextMessage(
                    "{\"ticket_title\": \"Steered\", \"ticketpriorities\": \"Low\", \"ticketstatus\": \"Open\"}");
            message.setStringProperty("CamelVtigerModule", "Contacts");
            message.setStringProperty("CamelVtigerOperation", "delete");
            message.setStringProperty("CamelVtigerRecordId", contact);
            return message;
        });

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(crm.crm().records("HelpDesk")).hasSize(1));
        assertThat(crm.crm().record(contact).orElseThrow()).containsEntry("lastname", "Untouched");
    }

    @Test
    void aReplyThatCannotBeDeliveredDoesNotRepeatTheTicket() throws Exception {
        ConnectionFactory connections = new ActiveMQConnectionFactory(broker.url());
        try (var connection = connections.createConnection();
                var session = connection.createSession()) {
            var gone = session.createTemporaryQueue();
            TextMessage message = session.createTextMessage(
                    "{\"ticket_title\": \"Once\", \"ticketpriorities\": \"Low\", \"ticketstatus\": \"Open\"}");
            message.setJMSReplyTo(gone);
            gone.delete();
            session.createProducer(session.createQueue(IN)).send(message);
        }
        broker.send(IN, session -> session.createTextMessage("the end"));

        broker.receive(DEAD, message -> {
            assertThat(((TextMessage) message).getText()).isEqualTo("the end");
            return null;
        });
        await().atMost(Duration.ofSeconds(60)).until(() -> broker.depth(IN) == 0);
        assertThat(crm.crm().records("HelpDesk")).hasSize(1);
    }

    private ConnectionFactory ofApplication() {
        return application.context().getRegistry().lookupByNameAndType("connectionFactory", ConnectionFactory.class);
    }
}
