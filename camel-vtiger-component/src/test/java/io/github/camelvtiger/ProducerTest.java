package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.client.WithheldWriteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class ProducerTest extends CrmTestSupport {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        HealthCheckRepository producers = (HealthCheckRepository) registry.resolveById("producers");
        producers.setEnabled(true);
        registry.register(producers);
        return context;
    }

    @Test
    void callsBackOnceOnAThreadOfCamel() throws Exception {
        CompletableFuture<Void> mayAnswer = new CompletableFuture<>();
        try (HostileCrm slow = new HostileCrm((request, out) -> {
            mayAnswer.join();
            HostileCrm.result("{\"types\":[],\"information\":{}}").write(request, out);
        })) {
            AsyncProducer producer = producer("vtiger:listTypes?url=" + slow.url());
            Exchange exchange = new DefaultExchange(context());
            AtomicInteger calls = new AtomicInteger();
            CompletableFuture<String> thread = new CompletableFuture<>();
            boolean synchronous = producer.process(exchange, doneSync -> {
                calls.incrementAndGet();
                thread.complete(Thread.currentThread().getName());
            });
            // An answer that is there before the producer has returned is one that it may report as synchronous.
            mayAnswer.complete(null);

            assertThat(synchronous).isFalse();
            assertThat(thread.get(30, TimeUnit.SECONDS)).contains("VtigerCallback");
            assertThat(exchange.getException()).isNull();
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void faultOfTheMessageIsCalledBackAndNotThrown() throws Exception {
        AsyncProducer producer = producer("vtiger:retrieve");
        Exchange exchange = new DefaultExchange(context());
        AtomicInteger calls = new AtomicInteger();
        boolean synchronous = producer.process(exchange, doneSync -> calls.incrementAndGet());
        assertThat(synchronous).isTrue();
        assertThat(calls).hasValue(1);
        assertThat(exchange.getException()).hasMessageContaining("needs an id");
    }

    @Test
    void twentyThreadsMayBeTheFirst() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        CountDownLatch together = new CountDownLatch(1);
        try {
            List<Future<Message>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(() -> {
                    together.await();
                    return call("vtiger:count/Contacts", null).getMessage();
                }));
            }
            together.countDown();
            for (Future<Message> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS).getBody()).isInstanceOf(Long.class);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void endpointsOfOneConnectionShareTheirClient() {
        VtigerEndpoint create = endpoint("vtiger:create/Leads");
        VtigerEndpoint query = endpoint("vtiger:query");
        VtigerEndpoint other = endpoint("vtiger:query?username=other");
        assertThat(query.client()).isSameAs(create.client()).isNotSameAs(other.client());
    }

    @Test
    void healthTellsWhetherTheCrmAnswered() throws Exception {
        assertThat(checkOf("me").call().getState()).isEqualTo(HealthCheck.State.UP);
        Exchange exchange = call("vtiger:listTypes?url=http://127.0.0.1:1&readAttempts=1", null);
        assertThat(exchange.getException()).isInstanceOf(TransportException.class);
        HealthCheck.Result result = healthChecks()
                .getCheck("producer:vtiger-listTypes")
                .orElseThrow()
                .call();
        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage())
                .hasValueSatisfying(message -> assertThat(message).contains("127.0.0.1"));
    }

    @Test
    void whatAnInterceptorWithholdsSaysNothingAboutTheCrm() {
        Exchange withheld = template.request("vtiger:create/Leads", exchange -> {
            exchange.getMessage().setBody(Map.of("lastname", "Dry"));
            exchange.setProperty(
                    VtigerConstants.WRITE_INTERCEPTOR,
                    new SeenWrites(write -> CompletableFuture.failedFuture(WithheldWriteException.dryRun(write))));
        });
        assertThat(withheld.getException()).isInstanceOf(WithheldWriteException.class);
        assertThat(healthChecks()
                        .getCheck("producer:vtiger-create-Leads")
                        .orElseThrow()
                        .call()
                        .getState())
                .isEqualTo(HealthCheck.State.UP);
    }

    private HealthCheck checkOf(String operation) {
        call("vtiger:" + operation, null);
        return healthChecks().getCheck("producer:vtiger-" + operation).orElseThrow();
    }

    private WritableHealthCheckRepository healthChecks() {
        return HealthCheckHelper.getHealthCheckRepository(context(), "producers", WritableHealthCheckRepository.class);
    }

    private AsyncProducer producer(String uri) throws Exception {
        AsyncProducer producer = endpoint(uri).createAsyncProducer();
        producer.start();
        return producer;
    }

    private VtigerEndpoint endpoint(String uri) {
        return context().getEndpoint(uri, VtigerEndpoint.class);
    }
}
