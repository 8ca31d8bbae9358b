package io.github.camelvtiger.routes.manage.page;

import io.github.camelvtiger.routes.manage.page.Visitors.Visitor;
import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of the page under the addresses of the management port. All but the way in are for those who have signed in, and forms
 * are taken only with what the page put into them.
 */
public final class OnCallPage {

    private static final Logger LOG = LoggerFactory.getLogger("management");

    private static final String COOKIE = "vtiger-routes";
    private static final String SIGN_IN = "/sign-in";
    private static final String FORM_TOKEN = "token";

    private final PageTemplates templates = new PageTemplates();
    private final Visitors visitors;
    private final Views views;
    private final FormActions forms;
    private final Actions actions;
    private final String style = resource("/page/style.css");

    /** @param executor does what persons ask for */
    public OnCallPage(PageWork work, AccessToken token, ExecutorService executor) {
        this.visitors = new Visitors(token, InstantSource.system());
        this.views = new Views(work);
        this.actions = new Actions(work, executor);
        this.forms = new FormActions(work, actions);
    }

    /** @param body reads the forms of the server */
    public void mount(Router router, Handler<RoutingContext> body) {
        open(router.get("/style.css")).handler(call -> call.response()
                .putHeader("Content-Type", "text/css; charset=utf-8")
                .putHeader("Cache-Control", "max-age=3600")
                .end(style));
        open(router.get(SIGN_IN)).handler(call -> show(call, 200, "sign-in", Map.of("wrong", false)));
        open(router.post(SIGN_IN)).handler(body).handler(this::signIn);

        page(router.get("/"), "overview", call -> Optional.of(views.overview()));
        page(router.get("/syncs/:name"), "sync", call -> views.sync(call.pathParam("name")));
        page(router.get("/runs/:id"), "run", call -> views.run(call.pathParam("id")));
        page(router.get("/trace"), "trace", call -> Optional.of(views.trace(parameter(call, "record"))));
        page(router.get("/done"), "done", call -> Optional.of(views.audit()));
        page(router.get("/actions/:id"), "action", this::action);
        open(router.post("/do")).handler(body).blockingHandler(call -> form(call, this::act), false);
        open(router.post("/sign-out")).handler(body).handler(call -> form(call, this::signOut));
    }

    private static Route open(Route route) {
        return route.handler(call -> {
            call.response()
                    .putHeader(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'self'; form-action 'self';"
                                    + " base-uri 'none'; frame-ancestors 'none'")
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Referrer-Policy", "no-referrer");
            call.next();
        });
    }

    private void page(Route route, String template, Function<RoutingContext, Optional<Map<String, Object>>> view) {
        open(route)
                .blockingHandler(
                        call -> {
                            Optional<Visitor> visitor = visitors.find(cookie(call));
                            if (visitor.isEmpty()) {
                                redirect(call, SIGN_IN);
                                return;
                            }
                            try {
                                Optional<Map<String, Object>> found = view.apply(call);
                                Map<String, Object> model = new HashMap<>(found.orElse(Map.of()));
                                model.put("form", visitor.get().formToken());
                                show(
                                        call,
                                        found.isPresent() ? 200 : 404,
                                        found.isPresent() ? template : "missing",
                                        model);
                            } catch (RuntimeException e) {
                                LOG.warn(
                                        "The page {} could not be shown",
                                        call.request().path(),
                                        e);
                                show(
                                        call,
                                        500,
                                        "failed",
                                        Map.of(
                                                "form",
                                                visitor.get().formToken(),
                                                "reason",
                                                String.valueOf(e.getMessage())));
                            }
                        },
                        false);
    }

    private void form(RoutingContext call, Handler<RoutingContext> then) {
        Optional<Visitor> visitor = visitors.find(cookie(call));
        if (visitor.isEmpty()) {
            redirect(call, SIGN_IN);
        } else if (!visitor.get().sent(call.request().getFormAttribute(FORM_TOKEN))) {
            call.response()
                    .setStatusCode(403)
                    .end("This form is not one of the page, or it is from before the last start.");
        } else {
            then.handle(call);
        }
    }

    private void act(RoutingContext call) {
        Function<String, String> field = name -> {
            String value = call.request().getFormAttribute(name);
            return value == null ? "" : value;
        };
        try {
            redirect(call, "/actions/" + forms.begin(person(call), field));
        } catch (IllegalArgumentException e) {
            call.response().setStatusCode(400).end(e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("A button of the page could not do its work: {}", e.getMessage());
            call.response().setStatusCode(500).end("It was not begun: " + e.getMessage());
        }
    }

    /** Where the port asks for a user that one, else whoever has the token. */
    private static String person(RoutingContext call) {
        String user = call.user() == null ? null : call.user().principal().getString("username");
        return (user == null ? "a person with the token" : user) + " at "
                + call.request().remoteAddress().hostAddress();
    }

    private Optional<Map<String, Object>> action(RoutingContext call) {
        return actions.find(call.pathParam("id")).map(action -> Map.of("action", action, "next", forms.next(action)));
    }

    private void signIn(RoutingContext call) {
        Optional<String> value = visitors.signIn(call.request().getFormAttribute(FORM_TOKEN));
        if (value.isEmpty()) {
            show(call, 403, "sign-in", Map.of("wrong", true));
            return;
        }
        call.response()
                .addCookie(Cookie.cookie(COOKIE, value.get())
                        .setHttpOnly(true)
                        .setPath("/")
                        .setSecure(call.request().isSSL())
                        .setMaxAge(Visitors.STAY.toSeconds())
                        .setSameSite(CookieSameSite.STRICT));
        redirect(call, "/");
    }

    private void signOut(RoutingContext call) {
        visitors.signOut(cookie(call));
        redirect(call, SIGN_IN);
    }

    private void show(RoutingContext call, int status, String template, Map<String, ?> model) {
        call.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(templates.html(template, model));
    }

    private static void redirect(RoutingContext call, String to) {
        call.response().setStatusCode(303).putHeader("Location", to).end();
    }

    private static String cookie(RoutingContext call) {
        Cookie cookie = call.request().getCookie(COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    private static String parameter(RoutingContext call, String name) {
        String value = call.request().getParam(name);
        return value == null ? "" : value;
    }

    private static String resource(String name) {
        try (InputStream in = OnCallPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
