package io.github.camelvtiger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A process of its own that follows a feed and writes the id of each record into a file, until it is killed. */
final class FeedProcess {

    private FeedProcess() {}

    /** @param arguments the consumer's URI and the file */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        DefaultCamelContext context = new DefaultCamelContext();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(arguments[0]).process(exchange -> write(file, exchange)).delay(5);
            }
        });
        context.start();
        Thread.currentThread().join();
    }

    private static void write(Path file, Exchange exchange) throws Exception {
        String id = exchange.getIn().getHeader(VtigerConstants.RECORD_ID, String.class);
        Files.writeString(file, id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
