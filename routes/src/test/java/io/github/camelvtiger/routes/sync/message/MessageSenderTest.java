package io.github.camelvtiger.routes.sync.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a message that an endpoint does not take. */
class MessageSenderTest {

    private static final String KEY = "s3cr3tK3y";

    @TempDir
    Path directory;

    @Test
    void aFailureDoesNotShowTheAddressWithItsKey() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        int port = server.getAddress().getPort();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            MessageSender sender = sender(context, "http://127.0.0.1:" + port + "/leads?code=" + KEY);

            assertThat(failure(sender))
                    .contains("http://127.0.0.1:" + port + "/leads: The server answers with the status 503.")
                    .doesNotContain(KEY);
            server.stop(0);
            assertThat(failure(sender)).contains("127.0.0.1:" + port).doesNotContain(KEY);
        } finally {
            server.stop(0);
        }
    }

    /** With its trace, which a log may show. */
    private static String failure(MessageSender sender) {
        IOException failure = catchThrowableOfType(
                IOException.class,
                () -> sender.send(new OutgoingMessage(
                        "created", "Leads", "10x1", Optional.empty(), Optional.of("{}"), Optional.empty())));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private MessageSender sender(DefaultCamelContext context, String uri) throws Exception {
        Files.writeString(directory.resolve("out.yaml"), "from: { crm: Leads }\nto: { uri: '" + uri + "' }\n");
        SyncDefinition sync = SyncFiles.read(directory, UnaryOperator.identity())
                .files()
                .get(0)
                .definition();
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(PluginHelper.getResourceLoader(context)
                        .resolveResource("classpath:camel/templates/messages-into-uri.yaml"));
        context.start();
        SyncRouteList.send(sync).add(context);
        return new MessageSender(context, sync);
    }
}
