package io.github.camelvtiger.benchmarks.suite;

import io.github.camelvtiger.benchmarks.Crm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;

/** Rows of which few differ from their Contacts, which get their phone numbers back at the end. */
final class UpsertPart implements Part {

    @Override
    public String name() {
        return "upsert";
    }

    @Override
    public void run(Lab lab, Report report) throws Exception {
        Map<String, String> phones = phones(lab.crm(), lab.rows());
        int every = lab.rows() / lab.changed();
        try {
            report.add(figure(lab, Ways.BARE, rows(lab, phones, phones.size(), every, "1")));
            report.add(figure(lab, Ways.COMPONENT, rows(lab, phones, phones.size(), every, "2")));
            int few = phones.size() / lab.share();
            report.add(figure(lab, Ways.BARE, rows(lab, phones, few, every, "3")));
            report.add(figure(lab, Ways.COMPONENT, rows(lab, phones, few, every, "4")));
            report.add(figure(lab, Ways.HTTP, rows(lab, phones, few, every, "5")));
        } finally {
            figure(lab, Ways.COMPONENT, rows(lab, phones, phones.size(), every, ""));
        }
    }

    private static Figure figure(Lab lab, String way, Path rows) throws Exception {
        Measured measured =
                Processes.measure(lab.crm(), List.of(), List.of("--work=UPSERT", "--way=" + way, "--rows=" + rows));
        return new Figure("upsert", way, measured.records(), measured);
    }

    /** The first Contacts with an e-mail address that no other one has. */
    private static Map<String, String> phones(Crm crm, int rows) throws Exception {
        Map<String, String> phones = new LinkedHashMap<>();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("vtiger", crm.component(4));
            context.start();
            List<?> found = context.createProducerTemplate()
                    .requestBody(
                            "vtiger:query",
                            "select email, phone from Contacts where email like '%@%' limit " + 2 * rows,
                            List.class);
            for (Object row : found) {
                Map<?, ?> contact = (Map<?, ?>) row;
                String email = String.valueOf(contact.get("email"));
                if (!email.matches(".*[,'].*") && phones.size() < rows) {
                    phones.putIfAbsent(email, String.valueOf(contact.get("phone")));
                }
            }
        }
        return phones;
    }

    /** @param suffix of the phone numbers that differ; none has all of them as they were */
    private static Path rows(Lab lab, Map<String, String> phones, int size, int every, String suffix) throws Exception {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> contact : phones.entrySet()) {
            if (lines.size() == size) {
                break;
            }
            boolean differs = lines.size() % every == 0;
            lines.add(contact.getKey() + "," + contact.getValue() + (differs ? suffix : ""));
        }
        return Files.write(lab.directory().resolve("rows" + suffix + ".csv"), lines);
    }
}
