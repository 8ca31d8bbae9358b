package io.github.camelvtiger;

import io.github.camelvtiger.changes.CursorStore;
import io.github.camelvtiger.changes.JdbcCursorStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.postgresql.ds.PGSimpleDataSource;

/** A process of its own that follows a feed and writes the id and the last name of each record into a file, until it is killed. */
final class FeedProcess {

    static final String DELETED = "(deleted)";

    private FeedProcess() {}

    /** @param arguments the consumer's URI, the file, and the address of the cursor's database where it is not in files */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        DefaultCamelContext context = new DefaultCamelContext();
        if (arguments.length > 2) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(arguments[2]);
            context.getRegistry().bind("cursors", CursorStore.class, new JdbcCursorStore(database));
        }
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(arguments[0]).process(exchange -> write(file, exchange)).delay(2);
            }
        });
        context.start();
        Thread.currentThread().join();
    }

    private static void write(Path file, Exchange exchange) throws Exception {
        String id = exchange.getIn().getHeader(VtigerConstants.RECORD_ID, String.class);
        Object lastname = exchange.getIn().getBody(Map.class).getOrDefault("lastname", DELETED);
        Files.writeString(file, id + " " + lastname + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
