package io.github.camelvtiger.benchmarks.mirrors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.github.camelvtiger.benchmarks.HttpSession;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * What a person writes with camel-http and camel-sql alone: pages by {@code limit}, as Vtiger documents it, and a statement for each row of
 * them. All columns are texts.
 */
final class HttpMirror implements Mirror {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 100;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final HikariDataSource database;
    private final HttpSession session;

    HttpMirror(String url, String username, String accessKey, HikariDataSource database) throws Exception {
        this.database = database;
        session = new HttpSession(context, url, username, accessKey);
        context.getRegistry().bind("warehouse", database);
        context.start();
        session.logIn();
        List<String> columns = columns();
        createTable(columns);
        context.addRoutes(route(columns));
    }

    private RouteBuilder route(List<String> columns) {
        String insert = "sql:insert into contacts (" + names(columns) + ") values ("
                + columns.stream().map(column -> ":#" + column).collect(Collectors.joining(", "))
                + ")?dataSource=#warehouse";
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:mirror")
                        .setProperty("offset", constant(0))
                        .setProperty("rows", constant(PAGE))
                        .loopDoWhile(simple("${exchangeProperty.rows} == " + PAGE))
                        .process(HttpMirror.this::ask)
                        .toD("${header.address}")
                        .process(HttpMirror.this::read)
                        .split(body())
                        .to(insert)
                        .end()
                        .end();
            }
        };
    }

    private List<String> columns() throws Exception {
        List<String> columns = new ArrayList<>();
        JsonNode row = session.result(
                        session.ask(session.address("query", Map.of("query", "select * from Contacts limit 0,1;"))))
                .path(0);
        row.fieldNames().forEachRemaining(columns::add);
        return columns;
    }

    private void createTable(List<String> columns) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table contacts ("
                    + columns.stream()
                            .map(column -> '"' + column + "\" text" + (column.equals("id") ? " primary key" : ""))
                            .collect(Collectors.joining(", "))
                            .replace("\"id\" text", "\"id\" varchar(32)")
                    + ")");
        }
    }

    private static String names(List<String> columns) {
        return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
    }

    private void ask(Exchange exchange) {
        int offset = exchange.getProperty("offset", Integer.class);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(null);
        exchange.getMessage()
                .setHeader(
                        "address",
                        session.address(
                                "query", Map.of("query", "select * from Contacts limit " + offset + "," + PAGE + ";")));
    }

    private void read(Exchange exchange) throws Exception {
        List<?> rows = JSON.convertValue(session.result(exchange.getMessage().getBody(String.class)), List.class);
        exchange.setProperty("offset", exchange.getProperty("offset", Integer.class) + PAGE);
        exchange.setProperty("rows", rows.size());
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(rows);
    }

    @Override
    public void run() {
        Exchange done = context.createProducerTemplate().request("direct:mirror", exchange -> {});
        if (done.getException() != null) {
            throw new IllegalStateException(done.getException());
        }
    }

    @Override
    public void close() {
        context.stop();
        database.close();
    }
}
