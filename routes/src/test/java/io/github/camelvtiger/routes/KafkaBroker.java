package io.github.camelvtiger.routes;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker of Kafka as a process of its own. */
public final class KafkaBroker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String SETTINGS = "server.properties";

    /** That of the broker's version, before the one of Camel. */
    private static final Path CLIENT = Path.of("target/kafka-broker/kafka-clients.jar");

    private final Path directory;
    private final String address;
    private final Class<?> main;
    private Process process;

    private KafkaBroker(Path directory, String address, Class<?> main) {
        this.directory = directory;
        this.address = address;
        this.main = main;
    }

    /** One that another JVM has started, and that this one does not stop. */
    static KafkaBroker at(String address) {
        return new KafkaBroker(Path.of(""), address, BrokerProcess.class);
    }

    /** @param directory empty */
    static KafkaBroker start(Path directory) throws IOException {
        return start(directory, BrokerProcess.class);
    }

    static KafkaBroker start(Path directory, Class<?> main) throws IOException {
        Properties settings = new Properties();
        int port = free();
        int controller = free();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", directory.resolve("log").toString());
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        try (var out = Files.newOutputStream(directory.resolve(SETTINGS))) {
            settings.store(out, null);
        }
        KafkaBroker broker = new KafkaBroker(directory, "127.0.0.1:" + port, main);
        broker.start();
        return broker;
    }

    /** At the same address, with all that it had when it was stopped. */
    void start() throws IOException {
        ProcessBuilder command = TestJvm.of(
                main,
                new ChildClasses(CLIENT + File.pathSeparator + System.getProperty("java.class.path"), List.of()),
                List.of("-Xmx256m"),
                List.of(directory.resolve(SETTINGS).toString()));
        process = command.redirectErrorStream(true)
                .redirectOutput(directory.resolve("broker.out").toFile())
                .start();
    }

    /** As {@code kill -9}. */
    void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    long pid() {
        return process.pid();
    }

    public String address() {
        return address;
    }

    /** Returns when the broker has it. */
    public void createTopic(String name, int partitions) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Sends texts, each with its position as the key. */
    public void send(String topic, Collection<String> texts) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address), new StringSerializer(), new StringSerializer())) {
            int key = 0;
            for (String text : texts) {
                producer.send(new ProducerRecord<>(topic, Integer.toString(key++), text));
            }
        }
    }

    /** The records of a topic from its beginning, until one is the last. */
    public List<ConsumerRecord<String, String>> readUntil(
            String topic, Predicate<List<ConsumerRecord<String, String>>> enough) {
        List<ConsumerRecord<String, String>> read = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        address,
                        "group.id",
                        "test-" + Uuid.randomUuid(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!enough.test(read)) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("Only these came to " + topic + ": " + read);
                }
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
            }
        }
        return read;
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }

    /** The broker, until it is killed. */
    static final class BrokerProcess {

        public static void main(String[] arguments) {
            if (!Files.exists(Path.of(arguments[0]).resolveSibling("log/meta.properties"))) {
                int formatted = StorageTool.execute(
                        new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", arguments[0]}, System.out);
                if (formatted != 0) {
                    System.exit(formatted);
                }
            }
            Kafka.main(arguments);
        }
    }
}
