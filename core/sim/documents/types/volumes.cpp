#include "core/sim/documents/types/types.h"

namespace sim::documents {

const char* const volumesTypes = R"types(
package io.k8s.api.core.v1

AWSElasticBlockStoreVolumeSource
  fsType string
  partition int32
  readOnly boolean
  volumeID!^ string

AzureDiskVolumeSource
  cachingMode* string in(None,ReadOnly,ReadWrite) =ReadWrite
  diskName!^ string
  diskURI!^ string
  fsType* string =ext4
  kind* string in(Dedicated,Managed,Shared) =Shared
  readOnly^ boolean

AzureFileVolumeSource
  readOnly boolean
  secretName!^ string
  shareName!^ string

CSIVolumeSource
  driver!^ string
  fsType* string
  nodePublishSecretRef LocalObjectReference
  readOnly* boolean
  volumeAttributes {string}

CephFSVolumeSource
  monitors!^ [string]
  path string
  readOnly boolean
  secretFile string
  secretRef LocalObjectReference
  user string

CinderVolumeSource
  fsType string
  readOnly boolean
  secretRef LocalObjectReference
  volumeID!^ string

ClusterTrustBundleProjection
  labelSelector LabelSelector
  name* string
  optional* boolean
  path!^ string
  signerName* string

ConfigMapProjection
  items [KeyToPath]
  name^ string
  optional* boolean

ConfigMapVolumeSource
  defaultMode* int32 =420
  items [KeyToPath]
  name^ string
  optional* boolean

DownwardAPIProjection
  items [DownwardAPIVolumeFile]

DownwardAPIVolumeFile
  fieldRef ObjectFieldSelector
  mode* int32
  path!^ string
  resourceFieldRef ResourceFieldSelector

DownwardAPIVolumeSource
  defaultMode* int32 =420
  items [DownwardAPIVolumeFile]

EmptyDirVolumeSource
  medium string
  sizeLimit* quantity

EphemeralVolumeSource
  volumeClaimTemplate PersistentVolumeClaimTemplate

FCVolumeSource
  fsType string
  lun* int32
  readOnly boolean
  targetWWNs [string]
  wwids [string]

FlexVolumeSource
  driver!^ string
  fsType string
  options {string}
  readOnly boolean
  secretRef LocalObjectReference

FlockerVolumeSource
  datasetName string
  datasetUUID string

GCEPersistentDiskVolumeSource
  fsType string
  partition int32
  pdName!^ string
  readOnly boolean

GitRepoVolumeSource
  directory string
  repository!^ string
  revision string

GlusterfsVolumeSource
  endpoints!^ string
  path!^ string
  readOnly boolean

HostPathVolumeSource
  path!^ string
  type* string in("",BlockDevice,CharDevice,Directory,DirectoryOrCreate,File,FileOrCreate,Socket) =""

ISCSIVolumeSource
  chapAuthDiscovery boolean
  chapAuthSession boolean
  fsType string
  initiatorName* string
  iqn!^ string
  iscsiInterface string =default
  lun!^ int32
  portals [string]
  readOnly boolean
  secretRef LocalObjectReference
  targetPortal!^ string

ImageVolumeSource
  pullPolicy string in(Always,IfNotPresent,Never)
  reference string

KeyToPath
  key!^ string
  mode* int32
  path!^ string

NFSVolumeSource
  path!^ string
  readOnly boolean
  server!^ string

ObjectFieldSelector atomic
  apiVersion string =v1
  fieldPath!^ string

PersistentVolumeClaimSpec
  accessModes [string]
  dataSource TypedLocalObjectReference
  dataSourceRef TypedObjectReference
  resources^ VolumeResourceRequirements
  selector LabelSelector
  storageClassName* string
  volumeAttributesClassName* string
  volumeMode* string in(Block,Filesystem) =Filesystem
  volumeName string

PersistentVolumeClaimTemplate
  metadata^ ObjectMeta
  spec!^ PersistentVolumeClaimSpec

PersistentVolumeClaimVolumeSource
  claimName!^ string
  readOnly boolean

PhotonPersistentDiskVolumeSource
  fsType string
  pdID!^ string

PortworxVolumeSource
  fsType string
  readOnly boolean
  volumeID!^ string

ProjectedVolumeSource
  defaultMode* int32 =420
  sources [VolumeProjection]

QuobyteVolumeSource
  group string
  readOnly boolean
  registry!^ string
  tenant string
  user string
  volume!^ string

RBDVolumeSource
  fsType string
  image!^ string
  keyring string =/etc/ceph/keyring
  monitors!^ [string]
  pool string =rbd
  readOnly boolean
  secretRef LocalObjectReference
  user string =admin

ResourceFieldSelector atomic
  containerName string
  divisor quantity
  resource!^ string

ScaleIOVolumeSource
  fsType string =xfs
  gateway!^ string
  protectionDomain string
  readOnly boolean
  secretRef!~ LocalObjectReference
  sslEnabled boolean
  storageMode string =ThinProvisioned
  storagePool string
  system!^ string
  volumeName string

SecretProjection
  items [KeyToPath]
  name^ string
  optional* boolean

SecretVolumeSource
  defaultMode* int32 =420
  items [KeyToPath]
  optional* boolean
  secretName string

ServiceAccountTokenProjection
  audience string
  expirationSeconds* int64 =3600
  path!^ string

StorageOSVolumeSource
  fsType string
  readOnly boolean
  secretRef LocalObjectReference
  volumeName string
  volumeNamespace string

Volume : A volume of a pod; exactly one source says what it is.
  awsElasticBlockStore AWSElasticBlockStoreVolumeSource
  azureDisk AzureDiskVolumeSource
  azureFile AzureFileVolumeSource
  cephfs CephFSVolumeSource
  cinder CinderVolumeSource
  configMap ConfigMapVolumeSource : The keys of a config map as files.
  csi CSIVolumeSource
  downwardAPI DownwardAPIVolumeSource
  emptyDir EmptyDirVolumeSource : An empty folder that lives as long as the pod.
  ephemeral EphemeralVolumeSource
  fc FCVolumeSource
  flexVolume FlexVolumeSource
  flocker FlockerVolumeSource
  gcePersistentDisk GCEPersistentDiskVolumeSource
  gitRepo GitRepoVolumeSource
  glusterfs GlusterfsVolumeSource
  hostPath HostPathVolumeSource : A file or folder of the node.
  image ImageVolumeSource
  iscsi ISCSIVolumeSource
  name!^ string : Name of the volume, unique in its pod.
  nfs NFSVolumeSource
  persistentVolumeClaim PersistentVolumeClaimVolumeSource : A claim on a persistent volume of the namespace.
  photonPersistentDisk PhotonPersistentDiskVolumeSource
  portworxVolume PortworxVolumeSource
  projected ProjectedVolumeSource : Several sources in one folder.
  quobyte QuobyteVolumeSource
  rbd RBDVolumeSource
  scaleIO ScaleIOVolumeSource
  secret SecretVolumeSource : The keys of a secret as files.
  storageos StorageOSVolumeSource
  vsphereVolume VsphereVirtualDiskVolumeSource

VolumeProjection
  clusterTrustBundle ClusterTrustBundleProjection
  configMap ConfigMapProjection
  downwardAPI DownwardAPIProjection
  secret SecretProjection
  serviceAccountToken ServiceAccountTokenProjection

VolumeResourceRequirements
  limits {quantity}
  requests {quantity}

VsphereVirtualDiskVolumeSource
  fsType string
  storagePolicyID string
  storagePolicyName string
  volumePath!^ string
)types";

} // namespace sim::documents
