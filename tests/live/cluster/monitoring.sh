# What measures the cluster: Prometheus, Alertmanager and the list of pods for them; sourced by node.
# shellcheck shell=bash disable=SC2154 # settings.sh has them

monitoring() {
    step monitoring
    mkdir -p "$state/monitoring"
    start_targets
    start_prometheus
    start_alertmanager
}

start_prometheus() {
    daemon prometheus prometheus --config.file "$cluster_folder/prometheus.yaml" --storage.tsdb.path "$state/monitoring/series" \
        --web.listen-address "$node_address:9090" --rules.alert.resend-delay 2s
}

start_alertmanager() {
    daemon alertmanager prometheus-alertmanager --config.file "$cluster_folder/alertmanager.yaml" \
        --storage.path "$state/monitoring/alerts" --web.listen-address "$node_address:9093" --cluster.listen-address=''
}

start_targets() {
    daemon targets "$cluster_folder/node" targets
}

# Debian's Prometheus cannot ask Kubernetes: it reads the pods of Flink from a file.
targets() {
    while :; do
        flink_pods >/run/targets.new && mv /run/targets.new /run/targets.json
        sleep 3
    done
}

flink_pods() {
    kubectl get pods --all-namespaces --selector type=flink-native-kubernetes --field-selector status.phase=Running \
        --output 'jsonpath={range .items[*]}{.status.podIP} {.metadata.namespace} {.metadata.name} {.metadata.labels.app} {.metadata.labels.component}{"\n"}{end}' |
        awk 'BEGIN { printf "[" }
            { printf "%s{\"targets\": [\"%s:9249\"], \"labels\": {\"namespace\": \"%s\", \"pod\": \"%s\", \"app\": \"%s\", \"component\": \"%s\"}}",
                (NR > 1 ? ",\n" : ""), $1, $2, $3, $4, $5 }
            END { print "]" }'
}
