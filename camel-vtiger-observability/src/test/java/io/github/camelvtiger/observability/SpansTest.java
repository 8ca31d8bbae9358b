package io.github.camelvtiger.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.junit.jupiter.api.Test;

class SpansTest extends ObservedTestSupport {

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        OpenTelemetry telemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build();
        context.getRegistry().bind("tracer", telemetry.getTracer("test"));
        OpenTelemetryTracer tracer = new OpenTelemetryTracer();
        tracer.init(context);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:lead").to("vtiger:create/Leads");
            }
        };
    }

    @Test
    void aCallIsASpanThatSaysWhatItDid() {
        Map<?, ?> lead =
                template.requestBody("direct:lead", Map.of("lastname", "Traced", "company", "Acme"), Map.class);

        SpanData span = vtigerSpan();
        assertThat(attribute(span, "vtiger.operation")).isEqualTo("create");
        assertThat(attribute(span, "vtiger.module")).isEqualTo("Leads");
        assertThat(attribute(span, "vtiger.record.id")).isEqualTo(lead.get("id"));
        assertThat(attribute(span, "vtiger.outcome")).isEqualTo("created");
        assertThat(attribute(span, "server.address")).isEqualTo(crm.url());
        assertThat(span.toString()).doesNotContain("Traced").doesNotContain(crm.accessKey());
    }

    @Test
    void aFailedCallIsASpanWithAnError() {
        assertThat(catchThrowable(() -> template.requestBody("direct:lead", Map.of("company", "Acme"))))
                .isNotNull();

        assertThat(vtigerSpan().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    private SpanData vtigerSpan() {
        List<SpanData> found = spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals("create Leads"))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String attribute(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.stringKey(name));
    }
}
