package io.github.camelvtiger.benchmarks;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** The least application of camel-main that calls the CRM of its settings: one route with a timer and a request. */
public final class BareMain {

    private BareMain() {}

    public static void main(String[] arguments) throws Exception {
        Main main = new Main();
        main.setPropertyPlaceholderLocations("file:" + System.getenv("VTIGER_ROUTES_CONF") + "/application.properties");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:once?repeatCount=1&delay=0")
                        .toD("{{vtiger.url}}/webservice.php?operation=getchallenge&username={{vtiger.username}}");
            }
        });
        main.run();
    }
}
