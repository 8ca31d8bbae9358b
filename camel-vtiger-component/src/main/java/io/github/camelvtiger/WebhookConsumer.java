package io.github.camelvtiger;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.VtigerRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.RouteAware;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the calls of workflows by camel-platform-http, which is found by its URI, and sends the same exchanges through the route as
 * {@code changes} does. A call is answered when the route is through with it.
 */
final class WebhookConsumer extends DefaultConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookConsumer.class);

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FAILED = 500;

    private final WebhookRecords records;
    private final ConsumerFigures figures;
    private Consumer http;

    WebhookConsumer(VtigerEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.records = new WebhookRecords(endpoint);
        this.figures = new ConsumerFigures(endpoint, null);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        VtigerConfiguration options = getEndpoint().getConfiguration();
        if (ObjectHelper.isEmpty(options.getPath())) {
            throw new IllegalArgumentException("The URI " + getEndpoint()
                    + " does not say where the webhook is; set the option path, as in vtiger:webhook?path=/crm.");
        }
        if (options.isTypedValues() && !options.isFetchRecord()) {
            throw new IllegalArgumentException(
                    "The option typedValues of " + getEndpoint()
                            + " needs fetchRecord=true: the values that a call brings have the forms that its workflow gives them.");
        }
        if (ObjectHelper.isEmpty(options.getSecret()) != ObjectHelper.isEmpty(options.getSecretHeader())) {
            throw new IllegalArgumentException(
                    "Of the options secretHeader and secret only one is set; set both, or neither if anybody may call.");
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        http = endpoint().createConsumer(new Calls());
        if (http instanceof RouteAware aware) {
            aware.setRoute(getRoute());
        }
        ServiceHelper.startService(http);
        figures.start(getRouteId());
    }

    private Endpoint endpoint() {
        String path = getEndpoint().getConfiguration().getPath();
        if (getEndpoint().getCamelContext().hasComponent("platform-http") == null
                && getEndpoint().getCamelContext().getComponent("platform-http") == null) {
            throw new IllegalStateException(
                    "vtiger:webhook needs the component platform-http, which is not on the class path; add"
                            + " camel-platform-http and an engine for it, such as camel-platform-http-vertx or camel-platform-http-main.");
        }
        return getEndpoint()
                .getCamelContext()
                .getEndpoint("platform-http:" + (path.startsWith("/") ? path : "/" + path)
                        + "?httpMethodRestrict=POST,PUT&muteException=true");
    }

    @Override
    protected void doStop() throws Exception {
        figures.stop();
        ServiceHelper.stopAndShutdownService(http);
        http = null;
        super.doStop();
    }

    @Override
    public VtigerEndpoint getEndpoint() {
        return (VtigerEndpoint) super.getEndpoint();
    }

    private final class Calls extends AsyncProcessorSupport {

        @Override
        public boolean process(Exchange call, AsyncCallback callback) {
            if (!isAuthorized(call.getMessage())) {
                answer(call, UNAUTHORIZED);
                callback.done(true);
                return true;
            }
            Futures.attempt(() -> records.of(WebhookMessage.of(call.getMessage())))
                    .whenCompleteAsync(
                            (found, failure) -> {
                                if (failure == null) {
                                    send(found, call, callback);
                                } else {
                                    answer(call, status(Futures.cause(failure)));
                                    callback.done(false);
                                }
                            },
                            getEndpoint().getComponent().callbacks());
            return false;
        }
    }

    /** Every comparison takes the same time, wherever the texts differ. */
    private boolean isAuthorized(Message message) {
        VtigerConfiguration options = getEndpoint().getConfiguration();
        if (ObjectHelper.isEmpty(options.getSecret())) {
            return true;
        }
        String sent = message.getHeader(options.getSecretHeader(), String.class);
        return MessageDigest.isEqual(
                options.getSecret().getBytes(StandardCharsets.UTF_8),
                (sent == null ? "" : sent).getBytes(StandardCharsets.UTF_8));
    }

    private int status(Throwable failure) {
        if (failure instanceof WebhookRefusal refusal) {
            LOG.warn("A call of {} is refused: {}.", getEndpoint(), refusal.getMessage());
            return refusal.status();
        }
        LOG.warn("A call of {} could not be taken, and is answered with HTTP {}.", getEndpoint(), FAILED, failure);
        return FAILED;
    }

    private void send(WebhookRecords.Found found, Exchange call, AsyncCallback callback) {
        Exchange exchange = createExchange(false);
        fill(exchange, found);
        Dispatch dispatch = new Dispatch(exchange, found.id().toString(), found);
        dispatch.begin(ended -> {
            if (ended.unlogged() != null) {
                LOG.error("The route failed for {} of {}.", ended.recordId(), getEndpoint(), ended.unlogged());
            }
            figures.ended(
                    found.event().map(VtigerEvent::headerValue).orElse(null),
                    ended.isFailed() ? DeliveryOutcome.FAILED : DeliveryOutcome.DELIVERED);
            answer(call, ended.isFailed() ? FAILED : OK);
            releaseExchange(exchange, false);
            callback.done(false);
        });
        figures.sent();
        getAsyncProcessor().process(exchange, doneSync -> {
            if (ExchangeBatch.isQueue(getProcessor())) {
                dispatch.returned();
            } else {
                dispatch.returnedWithCompletions();
            }
        });
    }

    private static void fill(Exchange exchange, WebhookRecords.Found found) {
        Message message = exchange.getIn();
        message.setBody(new VtigerRecord(found.fields()));
        message.setHeader(VtigerConstants.RECORD_ID, found.id().toString());
        message.setHeader(VtigerConstants.MODULE, found.module());
        exchange.setProperty(VtigerConstants.CONSUMER_MODULE, found.module());
        found.event().ifPresent(event -> message.setHeader(VtigerConstants.EVENT, event.headerValue()));
        if (found.modified() != null) {
            message.setHeader(VtigerConstants.MODIFIED_TIME, found.modified());
        }
    }

    /** Nothing of the call, of the route or of a failure is sent back. */
    private static void answer(Exchange call, int status) {
        Message message = call.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setBody("");
    }
}
