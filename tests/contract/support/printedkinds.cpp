#include "tests/contract/support/printedkinds.h"

#include "tests/contract/support/apipair.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace contract {

namespace {

const QString core = u"/api/v1/namespaces/kinds/"_s;
const QString apps = u"/apis/apps/v1/namespaces/kinds/"_s;
const QString flink = u"/apis/flink.apache.org/v1beta1/namespaces/kinds/"_s;
const QString rbac = u"/apis/rbac.authorization.k8s.io/v1/namespaces/kinds/"_s;

} // namespace

void askForTables()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("body");
    const auto print = [](const char* name, const QString& target, const QByteArray& body) {
        QTest::newRow(name) << target << (body.isEmpty() ? body : quoted(body));
    };
    print("deployments of Flink", flink + u"flinkdeployments"_s, {});
    print("session jobs", flink + u"flinksessionjobs"_s, {});
    print("snapshots", flink + u"flinkstatesnapshots"_s, {});
    print("blue-green deployments", flink + u"flinkbluegreendeployments"_s, {});
    print("config maps", core + u"configmaps"_s, "{'metadata':{'name':'p'},'data':{'a':'b'}}");
    print("secrets", core + u"secrets"_s, "{'metadata':{'name':'p'},'data':{'a':'Yg=='}}");
    print("service accounts", core + u"serviceaccounts"_s, "{'metadata':{'name':'p'}}");
    print("services", core + u"services"_s,
          "{'metadata':{'name':'p'},'spec':{'selector':{'a':'b'},'ports':[{'port':80,'name':'x'}]}}");
    print("pods", core + u"pods"_s,
          "{'metadata':{'name':'p'},'spec':{'containers':[{'name':'c','image':'i','resources':{'limits':{'cpu':'1'}}}]}"
          "}");
    print("deployments", apps + u"deployments"_s,
          "{'metadata':{'name':'p'},'spec':{'selector':{'matchLabels':{'a':'b'}},'template':{'metadata':{'labels':"
          "{'a':'b'}},'spec':{'containers':[{'name':'c','image':'i'}]}}}}");
    print("replica sets", apps + u"replicasets"_s,
          "{'metadata':{'name':'p'},'spec':{'selector':{'matchLabels':{'a':'b'}},'template':{'metadata':{'labels':"
          "{'a':'b'}},'spec':{'containers':[{'name':'c','image':'i'}]}}}}");
    print("events", core + u"events"_s,
          "{'metadata':{'name':'p'},'involvedObject':{'kind':'Pod','name':'p','namespace':'kinds'},'reason':'R',"
          "'message':'m','type':'Normal','source':{'component':'c'},'firstTimestamp':'2026-01-02T00:00:00Z',"
          "'lastTimestamp':'2026-01-02T00:00:00Z','count':1}");
    print("resource quotas", core + u"resourcequotas"_s, "{'metadata':{'name':'p'},'spec':{'hard':{'pods':'9'}}}");
    print("endpoints", core + u"endpoints"_s,
          "{'metadata':{'name':'p'},'subsets':[{'addresses':[{'ip':'10.1.2.3'}],'ports':[{'port':80,'name':'x'}]}]}");
    print("endpoint slices", u"/apis/discovery.k8s.io/v1/namespaces/kinds/endpointslices"_s,
          "{'metadata':{'name':'p'},'addressType':'IPv4','endpoints':[{'addresses':['10.1.2.3']}],"
          "'ports':[{'port':80,'name':'x'}]}");
    print("ingresses", u"/apis/networking.k8s.io/v1/namespaces/kinds/ingresses"_s,
          "{'metadata':{'name':'p'},'spec':{'ingressClassName':'nginx','rules':[{'host':'a.example','http':{'paths':[{"
          "'path':'/','pathType':'ImplementationSpecific','backend':{'service':{'name':'s','port':{'number':8081}}}}]}"
          "}]}}");
    print("leases", u"/apis/coordination.k8s.io/v1/namespaces/kinds/leases"_s,
          "{'metadata':{'name':'p'},'spec':{'holderIdentity':'h','leaseDurationSeconds':15}}");
    print("network policies", u"/apis/networking.k8s.io/v1/namespaces/kinds/networkpolicies"_s,
          "{'metadata':{'name':'p'},'spec':{'podSelector':{'matchLabels':{'a':'b'}}}}");
    print("roles", rbac + u"roles"_s,
          "{'metadata':{'name':'p'},'rules':[{'apiGroups':[''],'resources':['pods'],'verbs':['get']}]}");
    print("role bindings", rbac + u"rolebindings"_s,
          "{'metadata':{'name':'p'},'roleRef':{'apiGroup':'rbac.authorization.k8s.io','kind':'Role','name':'p'},"
          "'subjects':[{'kind':'ServiceAccount','name':'p','namespace':'kinds'},{'kind':'User','name':'u',"
          "'apiGroup':'rbac.authorization.k8s.io'}]}");
    print("nodes", u"/api/v1/nodes"_s, "{'metadata':{'name':'p'}}");
    print("definitions", u"/apis/apiextensions.k8s.io/v1/customresourcedefinitions"_s, {});
}

} // namespace contract
