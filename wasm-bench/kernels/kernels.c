// Small compute kernels for comparing engines.
#include <stdint.h>
#include <stddef.h>
#define EXPORT(n) __attribute__((export_name(n)))
static uint8_t buf[8<<20] __attribute__((aligned(16)));
static uint32_t rs=12345; static uint32_t rnd(){ rs^=rs<<13; rs^=rs>>17; rs^=rs<<5; return rs; }

EXPORT("matmul") double matmul(int n){ double*A=(double*)buf,*B=A+n*n,*C=B+n*n; for(int i=0;i<n*n;i++){A[i]=i%7;B[i]=i%5;} for(int i=0;i<n;i++)for(int j=0;j<n;j++){double s=0;for(int k=0;k<n;k++)s+=A[i*n+k]*B[k*n+j];C[i*n+j]=s;} return C[n+1]; }
EXPORT("sieve") int sieve(int n){ uint8_t*m=buf; for(int i=0;i<n;i++)m[i]=1; int c=0; for(int i=2;i<n;i++) if(m[i]){c++; for(int j=i+i;j<n;j+=i)m[j]=0;} return c; }
static void qs(int*m,int lo,int hi){int i=lo,j=hi,p=m[(lo+hi)/2];while(i<=j){while(m[i]<p)i++;while(m[j]>p)j--;if(i<=j){int t=m[i];m[i]=m[j];m[j]=t;i++;j--;}} if(lo<j)qs(m,lo,j); if(i<hi)qs(m,i,hi);}
EXPORT("qsort") int qsort_(int n){ int*m=(int*)buf; rs=12345; for(int i=0;i<n;i++)m[i]=rnd(); qs(m,0,n-1); return m[n/2]; }
// sha256
static const uint32_t K[64]={0x428a2f98,0x71374491,0xb5c0fbcf,0xe9b5dba5,0x3956c25b,0x59f111f1,0x923f82a4,0xab1c5ed5,0xd807aa98,0x12835b01,0x243185be,0x550c7dc3,0x72be5d74,0x80deb1fe,0x9bdc06a7,0xc19bf174,0xe49b69c1,0xefbe4786,0x0fc19dc6,0x240ca1cc,0x2de92c6f,0x4a7484aa,0x5cb0a9dc,0x76f988da,0x983e5152,0xa831c66d,0xb00327c8,0xbf597fc7,0xc6e00bf3,0xd5a79147,0x06ca6351,0x14292967,0x27b70a85,0x2e1b2138,0x4d2c6dfc,0x53380d13,0x650a7354,0x766a0abb,0x81c2c92e,0x92722c85,0xa2bfe8a1,0xa81a664b,0xc24b8b70,0xc76c51a3,0xd192e819,0xd6990624,0xf40e3585,0x106aa070,0x19a4c116,0x1e376c08,0x2748774c,0x34b0bcb5,0x391c0cb3,0x4ed8aa4a,0x5b9cca4f,0x682e6ff3,0x748f82ee,0x78a5636f,0x84c87814,0x8cc70208,0x90befffa,0xa4506ceb,0xbef9a3f7,0xc67178f2};
#define R(x,n) (((x)>>(n))|((x)<<(32-(n))))
static void blk(uint32_t*h,const uint8_t*p){uint32_t w[64];for(int i=0;i<16;i++)w[i]=(p[i*4]<<24)|(p[i*4+1]<<16)|(p[i*4+2]<<8)|p[i*4+3];for(int i=16;i<64;i++){uint32_t s0=R(w[i-15],7)^R(w[i-15],18)^(w[i-15]>>3),s1=R(w[i-2],17)^R(w[i-2],19)^(w[i-2]>>10);w[i]=w[i-16]+s0+w[i-7]+s1;}uint32_t a=h[0],b=h[1],c=h[2],d=h[3],e=h[4],f=h[5],g=h[6],hh=h[7];for(int i=0;i<64;i++){uint32_t S1=R(e,6)^R(e,11)^R(e,25),ch=(e&f)^(~e&g),t1=hh+S1+ch+K[i]+w[i],S0=R(a,2)^R(a,13)^R(a,22),mj=(a&b)^(a&c)^(b&c),t2=S0+mj;hh=g;g=f;f=e;e=d+t1;d=c;c=b;b=a;a=t1+t2;}h[0]+=a;h[1]+=b;h[2]+=c;h[3]+=d;h[4]+=e;h[5]+=f;h[6]+=g;h[7]+=hh;}
EXPORT("sha256") int sha(int n){uint32_t h[8]={0x6a09e667,0xbb67ae85,0x3c6ef372,0xa54ff53a,0x510e527f,0x9b05688c,0x1f83d9ab,0x5be0cd19};for(int i=0;i<n*64;i++)buf[i]=i;for(int i=0;i<n;i++)blk(h,buf+i*64);return h[0];}
// nbody
typedef struct{double x,y,z,vx,vy,vz,m;}P;
static P ps[5]={{0,0,0,0,0,0,39.47},{4.84,-1.16,-.10,.6,2.8,-.02,.037},{8.34,4.12,-4e-1,-1.01,1.8,.008,.011},{12.89,-15.11,-.22,1.08,.86,-.01,.0017},{15.37,-25.9,.179,.979,.594,-.034,.002}};
EXPORT("nbody") double nbody(int n){for(int s=0;s<n;s++){for(int i=0;i<5;i++)for(int j=i+1;j<5;j++){double dx=ps[i].x-ps[j].x,dy=ps[i].y-ps[j].y,dz=ps[i].z-ps[j].z;double d2=dx*dx+dy*dy+dz*dz,mag=.01/(d2*__builtin_sqrt(d2));ps[i].vx-=dx*ps[j].m*mag;ps[i].vy-=dy*ps[j].m*mag;ps[i].vz-=dz*ps[j].m*mag;ps[j].vx+=dx*ps[i].m*mag;ps[j].vy+=dy*ps[i].m*mag;ps[j].vz+=dz*ps[i].m*mag;}for(int i=0;i<5;i++){ps[i].x+=.01*ps[i].vx;ps[i].y+=.01*ps[i].vy;ps[i].z+=.01*ps[i].vz;}}return ps[0].x;}
EXPORT("mandel") int mandel(int n){int t=0;for(int y=0;y<n;y++)for(int x=0;x<n;x++){double cr=2.0*x/n-1.5,ci=2.0*y/n-1,zr=0,zi=0;int i=0;while(i<200&&zr*zr+zi*zi<4){double u=zr*zr-zi*zi+cr;zi=2*zr*zi+ci;zr=u;i++;}t+=i;}return t;}
// vm: bytecode interpreter with switch
EXPORT("vm") int vm(int n){static uint8_t prog[]={0,0, 1,1, 2, 3,4, 5,7, 6};int acc=0,x=0,pc=0,cnt=0;int st[16],sp=0;st[0]=0; static const uint8_t code[]={0,5,1,3,2,6,0,7,3,4,8,9}; for(;;){switch(code[pc++]){case 0: st[sp++&15]=acc;break;case 1: acc+=3;break;case 2: acc^=cnt;break;case 3: sp--; acc+=st[sp&15];break;case 4: x+=acc&7;break;case 5: acc*=7;break;case 6: acc=(acc<<3)|(acc>>29);break;case 7: x^=acc;break;case 8: cnt++; if(cnt<n)pc=0;break;case 9: return acc+x;}}}
// hash map w/ call_indirect
typedef uint32_t(*hf)(uint32_t); static uint32_t h1(uint32_t k){return k*2654435761u;} static uint32_t h2(uint32_t k){k^=k>>16;k*=0x85ebca6b;k^=k>>13;return k;} static hf volatile fs[2]={h1,h2};
EXPORT("hash") int hash(int n){uint32_t*t=(uint32_t*)buf;uint32_t mask=(1<<18)-1;for(uint32_t i=0;i<=mask;i++)t[i]=0;rs=777;int col=0;for(int i=0;i<n;i++){uint32_t k=rnd()|1;uint32_t p=fs[i&1](k)&mask;while(t[p]&&t[p]!=k){p=(p+1)&mask;col++;}t[p]=k;if((i&0x1ffff)==0x1ffff)for(uint32_t z=0;z<=mask;z++)t[z]=0;}return col;}
EXPORT("fib") int fib(int n){return n<2?n:fib(n-1)+fib(n-2);}
EXPORT("strs") int strs(int n){uint8_t*p=buf;int c=0;for(int i=0;i<n;i++){p[i]="the quick brown fox jumps over lazy dogs "[i%40];}for(int i=0;i<n;i++){uint8_t ch=p[i];if(ch==' ')c++;else if(ch>='a'&&ch<='z')p[i]=ch-32; else c+=2;}uint32_t h=5381;for(int i=0;i<n;i++)h=h*33^p[i];return h+c;}
EXPORT("structs") int structs(int n){typedef struct N{struct N*next;int a,b,c;}N;N*ns=(N*)buf;for(int i=0;i<n;i++){ns[i].next=&ns[(i*7+3)%n];ns[i].a=i;ns[i].b=0;ns[i].c=1;}N*p=ns;int s=0;for(int i=0;i<n*20;i++){p->b+=p->a;p->c^=p->b;s+=p->c;p=p->next;}return s;}
