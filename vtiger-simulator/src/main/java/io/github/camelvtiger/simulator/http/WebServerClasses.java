package io.github.camelvtiger.simulator.http;

import io.undertow.Undertow;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.xnio.OptionMap;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/**
 * Loads the web server's classes on a second processor while the first reads the command line, metadata and data: a
 * third of the time from the start of the program to its first answer. Opens no port.
 */
public final class WebServerClasses implements Runnable {

    public static void loadInBackground() {
        Thread thread = new Thread(new WebServerClasses(), "web server's classes");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            Undertow.builder().build();
            XnioWorker worker = Xnio.getInstance().createWorker(OptionMap.EMPTY);
            for (String name : new String[] {
                "io.undertow.server.protocol.http.HttpOpenListener",
                "io.undertow.server.protocol.http.HttpServerConnection",
                "io.undertow.server.protocol.http.HttpRequestParser$$generated",
                "io.undertow.server.protocol.http.HttpReadListener",
                "io.undertow.server.protocol.http.HttpResponseConduit",
                "io.undertow.server.handlers.BlockingHandler",
                "io.undertow.util.DateUtils",
                "io.undertow.io.UndertowOutputStream",
            }) {
                Class.forName(name);
            }
            worker.shutdown();
        } catch (IOException | ClassNotFoundException e) {
            // Whoever needs a class loads it himself then, later.
            System.getLogger(WebServerClasses.class.getName())
                    .log(Level.DEBUG, "the web server's classes could not be loaded beforehand", e);
        }
    }
}
