package io.github.camelvtiger.benchmarks.suite;

import io.github.camelvtiger.benchmarks.Crm;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;

/** New Contacts, which are deleted again. */
final class CreatePart implements Part {

    private static final List<Integer> SESSIONS = List.of(1, 4);

    @Override
    public String name() {
        return "create";
    }

    @Override
    public void run(Lab lab, Report report) throws Exception {
        try {
            for (int sessions : SESSIONS) {
                for (String way : List.of(Ways.BARE, Ways.COMPONENT)) {
                    report.add(new Figure("create", way, sessions, measure(lab, way, sessions)));
                }
            }
            report.add(new Figure("create", Ways.HTTP, 1, measure(lab, Ways.HTTP, 1)));
        } finally {
            delete(lab.crm());
        }
    }

    private static Measured measure(Lab lab, String way, int sessions) throws Exception {
        return Processes.measure(
                lab.crm(),
                List.of(),
                List.of(
                        "--work=CREATE",
                        "--way=" + way,
                        "--sessions=" + sessions,
                        "--records=" + lab.creates(),
                        "--warm-up=1",
                        "--rounds=" + lab.rounds()));
    }

    private static void delete(Crm crm) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("vtiger", crm.component(4));
            context.start();
            List<?> created = context.createProducerTemplate()
                    .requestBody(
                            "vtiger:query",
                            "select id from Contacts where lastname like '" + Work.CREATED
                                    + "%' and email = 'benchmark@example.com';",
                            List.class);
            List<?> ids = created.stream()
                    .map(contact -> ((Map<?, ?>) contact).get("id"))
                    .toList();
            context.createProducerTemplate().requestBody("vtiger:delete/Contacts?parallelism=4", ids);
        }
    }
}
