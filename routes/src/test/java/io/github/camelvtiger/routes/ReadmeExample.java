package io.github.camelvtiger.routes;

import org.apache.camel.builder.RouteBuilder;

/** The Java example of the README, word for word. */
final class ReadmeExample extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:lead").to("vtiger:create/Leads").log("The CRM knows ${body[lastname]} as ${body[id]}");
    }
}
