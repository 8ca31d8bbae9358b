package io.github.camelvtiger.benchmarks;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts the requests of an upsert of Invoices of which most are as the CRM has them, the login included. */
@Command(
        name = "orders",
        mixinStandardHelpOptions = true,
        description = "Requests of an upsert of orders of which few differ.")
public final class OrderUpsertBenchmark implements Callable<Integer> {

    private static final String UPSERT = "vtiger:upsert/Invoice?matchFields=subject&keepRecords=0&parallelism=4";

    @Option(names = "--orders", defaultValue = "10000", description = "In the batch (${DEFAULT-VALUE}).")
    private int orders;

    @Option(names = "--changed", defaultValue = "500", description = "Of them, one item each (${DEFAULT-VALUE}).")
    private int changed;

    @Option(names = "--items", defaultValue = "2", description = "Of each order (${DEFAULT-VALUE}).")
    private int items;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new OrderUpsertBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (SimulatorServer crm = SimulatorServer.builder().seed("empty").start()) {
            String account = crm.crm().create("Accounts", Map.of("accountname", "Buyer"));
            List<String> products = new ArrayList<>();
            for (int item = 0; item < items; item++) {
                products.add(crm.crm().create("Products", Map.of("productname", "Product " + item)));
            }
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int order = 0; order < orders; order++) {
                rows.add(invoice(order, account, products, 1));
            }
            upsert(crm, rows);
            for (int order = 0; order < changed; order++) {
                int place = (int) ((long) order * orders / changed);
                rows.set(place, invoice(place, account, products, 2));
            }
            crm.clearCalls();
            long start = System.nanoTime();
            BatchResult result = upsert(crm, rows);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("%s in %.1f s%n", result, seconds);
            System.out.printf("%d requests: %s%n", crm.calls().size(), byOperation(crm));
        }
        return CommandLine.ExitCode.OK;
    }

    private static Map<String, Long> byOperation(SimulatorServer crm) {
        return crm.calls().stream()
                .collect(Collectors.groupingBy(call -> call.operation(), TreeMap::new, Collectors.counting()));
    }

    /** With a context of its own, so that the login and the description of the module are counted too. */
    private static BatchResult upsert(SimulatorServer crm, List<Map<String, Object>> rows) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            VtigerComponent component = new VtigerComponent();
            component.getConfiguration().setUrl(crm.url());
            component.getConfiguration().setUsername(crm.username());
            component.getConfiguration().setAccessKey(crm.accessKey());
            context.addComponent("vtiger", component);
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            return template.requestBody(UPSERT, rows, BatchResult.class);
        }
    }

    private static Map<String, Object> invoice(int number, String account, List<String> products, int quantity) {
        Map<String, Object> invoice = new LinkedHashMap<>();
        invoice.put("subject", "Invoice " + number);
        invoice.put("account_id", account);
        invoice.put("invoicestatus", "Created");
        invoice.put("bill_street", "Street " + number);
        invoice.put("ship_street", "Street " + number);
        invoice.put("hdnTaxType", "group");
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String product : products) {
            lines.add(Map.of("productid", product, "quantity", quantity, "listprice", "10.5"));
        }
        invoice.put("LineItems", lines);
        return invoice;
    }
}
