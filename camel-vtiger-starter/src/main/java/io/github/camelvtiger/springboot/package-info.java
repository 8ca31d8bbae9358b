/**
 * Spring Boot auto-configuration: {@code camel.component.vtiger.*} of the application's settings becomes the component's
 * options. {@code VtigerComponentConfiguration} and its metadata are generated from the component's own.
 */
package io.github.camelvtiger.springboot;
